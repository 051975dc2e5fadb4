package dev.gradus;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rooms of the house, in order: each one imports only rooms above it. */
enum Rooms {
  TERM("dev.gradus.term"),
  CALCULUS("dev.gradus.calculus"),
  KERNEL("dev.gradus.proof.kernel"),
  PROOF("dev.gradus.proof"),
  CAS("dev.gradus.cas"),
  DOCUMENT("dev.gradus.document"),
  NOTATION("dev.gradus.notation"),
  MEND("dev.gradus.mend"),
  READING("dev.gradus.reading"),
  REFERENCE("dev.gradus.reference"),
  GRADING("dev.gradus.grading"),
  AUDIT("dev.gradus.audit"),
  ROOT("dev.gradus"),
  REPORT("dev.gradus.report"),
  CLI("dev.gradus.cli");

  private static final Path MAIN = Path.of("src/main/java");

  private final String packageName;

  /** The compiled program; of the libraries only the names are needed. */
  static final JavaClasses CLASSES = imported();

  private static JavaClasses imported() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter().importPath(Path.of("target/classes"));
  }

  Rooms(String packageName) {
    this.packageName = packageName;
  }

  String packageName() {
    return packageName;
  }

  /** The room of a package of ours: the innermost one that holds it; the root holds only itself. */
  static Rooms of(String name) {
    Rooms found = ROOT;
    for (Rooms room : values()) {
      boolean holds = (name + ".").startsWith(room.packageName + ".");
      if (room != ROOT && holds && room.packageName.length() > found.packageName.length()) {
        found = room;
      }
    }
    if (found == ROOT && !name.equals(ROOT.packageName)) {
      throw new AssertionError(
          "the package " + name + " belongs to no room (docs/architecture.md)");
    }
    return found;
  }

  static boolean isOurs(JavaClass type) {
    return (type.getPackageName() + ".").startsWith("dev.gradus.");
  }

  /** Not made by a generator: its source stands in src/main/java. */
  static boolean isWritten(JavaClass type) {
    JavaClass outermost = type;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    String file =
        type.getSource().flatMap(s -> s.getFileName()).orElse(outermost.getSimpleName() + ".java");
    return Files.exists(MAIN.resolve(type.getPackageName().replace('.', '/')).resolve(file));
  }

  /** Term to reading, without cas: no input or output, no state, the same bytes each time. */
  boolean isPure() {
    return PURE.contains(this);
  }

  static final List<Rooms> PURE =
      List.of(TERM, CALCULUS, KERNEL, PROOF, DOCUMENT, NOTATION, MEND, READING);
}
