package dev.gradus;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The project's own sources as syntax trees; generated code is not among them. */
record SourceTree(Path root, List<SourceFile> files) {

  /** A method or constructor with the lines it fills, annotations included, its Javadoc apart. */
  record Method(String name, long lines) {}

  /** One file: path below the root, its package, lines, methods, public top-level types. */
  record SourceFile(
      String path,
      String packageName,
      List<String> lines,
      List<Method> methods,
      List<String> publicTypes) {}

  /** All {@code .java} files below the folder. */
  static SourceTree of(Path root) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        Stream<Path> walk = Files.exists(root) ? Files.walk(root) : Stream.empty()) {
      List<Path> paths = walk.filter(p -> p.toString().endsWith(".java")).sorted().toList();
      if (paths.isEmpty()) {
        return new SourceTree(root, List.of());
      }
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(paths));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<SourceFile> files = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        files.add(file(root, unit, positions));
      }
      return new SourceTree(root, List.copyOf(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile file(Path root, CompilationUnitTree unit, SourcePositions positions)
      throws IOException {
    Path path = Path.of(unit.getSourceFile().toUri());
    List<Method> methods = new ArrayList<>();
    new TreeScanner<Void, String>() {
      @Override
      public Void visitMethod(MethodTree method, String owner) {
        long start = positions.getStartPosition(unit, method);
        long end = positions.getEndPosition(unit, method);
        if (start >= 0 && end >= 0) {
          long lines =
              unit.getLineMap().getLineNumber(end) - unit.getLineMap().getLineNumber(start) + 1;
          methods.add(new Method(method.getName().toString(), lines));
        }
        return super.visitMethod(method, owner);
      }
    }.scan(unit, "");
    List<String> types =
        unit.getTypeDecls().stream()
            .filter(t -> t instanceof ClassTree)
            .map(t -> (ClassTree) t)
            .filter(t -> t.getModifiers().getFlags().contains(Modifier.PUBLIC))
            .map(t -> t.getSimpleName().toString())
            .toList();
    String packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    return new SourceFile(
        root.toAbsolutePath().relativize(path).toString(),
        packageName,
        Files.readAllLines(path),
        methods,
        types);
  }

  /** The files of a package and of those below it. */
  List<SourceFile> below(String packageName) {
    return files.stream()
        .filter(f -> (f.packageName() + ".").startsWith(packageName + "."))
        .toList();
  }
}
