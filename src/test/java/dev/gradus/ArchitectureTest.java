package dev.gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.gradus.SourceTree.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps the house as docs/architecture.md describes it: who imports whom, how long things are, what
 * packages say of themselves.
 */
class ArchitectureTest {
  private static final int LONGEST_FILE = 500;
  private static final int LONGEST_METHOD = 80;
  /** What it holds, and why so much: docs/decisions/0001-kernel-size.md. */
  private static final int LONGEST_KERNEL = 14_200;

  private static final SourceTree MAIN = SourceTree.of(Path.of("src/main/java"));
  private static final SourceTree TESTS = SourceTree.of(Path.of("src/test/java"));

  @Test
  void enoughWasSeen() {
    assertTrue(Rooms.CLASSES.size() >= 60, () -> "classes: " + Rooms.CLASSES.size());
    assertTrue(MAIN.files().size() >= 30, () -> "files: " + MAIN.files().size());
    assertTrue(MAIN.files().stream().mapToLong(f -> f.methods().size()).sum() >= 100);
    Set<Rooms> rooms = EnumSet.noneOf(Rooms.class);
    MAIN.files().forEach(f -> rooms.add(Rooms.of(f.packageName())));
    assertTrue(
        rooms.containsAll(
            List.of(Rooms.DOCUMENT, Rooms.NOTATION, Rooms.ROOT, Rooms.REPORT, Rooms.CLI)),
        rooms::toString);
  }

  @Test
  void aRoomImportsOnlyRoomsAboveIt() {
    none(dependencies((from, to) -> to.compareTo(from) > 0));
  }

  @Test
  void proofNeverImportsCas() {
    none(
        dependencies(
            (from, to) -> to == Rooms.CAS && (from == Rooms.PROOF || from == Rooms.KERNEL)));
  }

  @Test
  void onlyTheRootJoinsCasToTheOthers() {
    none(
        dependencies((from, to) ->
            to == Rooms.CAS && from != Rooms.CAS && from.compareTo(Rooms.REFERENCE) < 0));
  }

  @Test
  void theKernelImportsOnlyTermAndCalculus() {
    none(
        dependencies((from, to) ->
            from == Rooms.KERNEL
                && to != Rooms.KERNEL
                && to != Rooms.TERM
                && to != Rooms.CALCULUS));
  }

  @Test
  void documentAndNotationKnowNothingOfMathematics() {
    Set<Rooms> mathematics = EnumSet.of(Rooms.CALCULUS, Rooms.KERNEL, Rooms.PROOF, Rooms.CAS);
    none(
        dependencies((from, to) ->
            (from == Rooms.DOCUMENT || from == Rooms.NOTATION || from == Rooms.MEND) && mathematics.contains(to)));
  }

  /** Of document and notation too: only limits in steps and reasons come from term. */
  @Test
  void documentAndNotationTakeOnlyLimitsAndReasonsFromTerm() {
    List<String> faults = new ArrayList<>();
    for (Dependency d : ourDependencies()) {
      Rooms from = Rooms.of(d.getOriginClass().getPackageName());
      boolean outside = from == Rooms.DOCUMENT || from == Rooms.NOTATION;
      String outermost = d.getTargetClass().getName().replaceFirst("\\$.*", "");
      boolean allowed =
          outermost.equals("dev.gradus.term.Budget") || outermost.equals("dev.gradus.term.Reason");
      if (outside && Rooms.of(d.getTargetClass().getPackageName()) == Rooms.TERM && !allowed) {
        faults.add(d.getDescription());
      }
    }
    none(faults);
  }

  @Test
  void theKernelStaysSmall() {
    int lines =
        MAIN.below(Rooms.KERNEL.packageName()).stream().mapToInt(f -> f.lines().size()).sum();
    assertTrue(lines <= LONGEST_KERNEL, () -> "lines of the kernel: " + lines);
  }

  @Test
  void noFileIsTooLong() {
    none(
        sources().stream()
            .filter(f -> f.lines().size() > LONGEST_FILE)
            .map(f -> f.path() + ": " + f.lines().size() + " lines")
            .toList());
  }

  @Test
  void noMethodIsTooLong() {
    none(
        sources().stream()
            .flatMap(f ->
                f.methods().stream()
                    .filter(m -> m.lines() > LONGEST_METHOD)
                    .map(m -> f.path() + " " + m.name() + ": " + m.lines() + " lines"))
            .toList());
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    List<String> faults = new ArrayList<>();
    for (String name : MAIN.files().stream().map(SourceFile::packageName).distinct().toList()) {
      String text = packageInfo(name);
      if (!text.contains("@NullMarked") || !text.contains("/**")) {
        faults.add(name);
      }
    }
    none(faults);
  }

  @Test
  void everyPublicTypeIsNamedInItsPackageInfo() {
    List<String> faults = new ArrayList<>();
    for (SourceFile file : MAIN.files()) {
      String text = packageInfo(file.packageName());
      file.publicTypes().stream()
          .filter(t -> !text.matches("(?s).*\\b" + t + "\\b.*"))
          .forEach(t -> faults.add(file.packageName() + "." + t));
    }
    none(faults);
  }

  @Test
  void noTestIsDisabled() {
    String mark = "@" + "Disabled";
    none(
        TESTS.files().stream()
            .filter(f -> f.lines().stream().anyMatch(l -> l.contains(mark)))
            .map(SourceFile::path)
            .toList());
  }

  @Test
  void theVersionIsThatOfTheBuildFile() throws Exception {
    assertTrue(
        Files.readString(Path.of("pom.xml"))
            .contains(
                "<artifactId>gradus</artifactId>\n  <version>" + Version.NUMBER + "</version>"));
    assertTrue(
        Files.readString(Path.of("check")).contains("/target/gradus-" + Version.NUMBER + ".jar"));
  }

  private static List<SourceFile> sources() {
    List<SourceFile> all = new ArrayList<>(MAIN.files());
    all.addAll(TESTS.files());
    return all;
  }

  private static String packageInfo(String packageName) {
    return MAIN.files().stream()
        .filter(f -> f.packageName().equals(packageName) && f.path().endsWith("package-info.java"))
        .map(f -> String.join("\n", f.lines()))
        .findFirst()
        .orElse("");
  }

  private static List<Dependency> ourDependencies() {
    return Rooms.CLASSES.stream()
        .filter(ArchitectureTest::isWritten)
        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
        .filter(d -> Rooms.isOurs(d.getTargetClass()))
        .sorted()
        .toList();
  }

  private static boolean isWritten(JavaClass type) {
    return Rooms.isOurs(type) && Rooms.isWritten(type);
  }

  private static List<String> dependencies(BiPredicate<Rooms, Rooms> forbidden) {
    return ourDependencies().stream()
        .filter(d ->
            forbidden.test(
                Rooms.of(d.getOriginClass().getPackageName()),
                Rooms.of(d.getTargetClass().getPackageName())))
        .map(Dependency::getDescription)
        .toList();
  }

  private static void none(List<String> faults) {
    assertEquals("", faults.stream().distinct().collect(Collectors.joining("\n")));
  }
}
