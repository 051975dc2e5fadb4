package dev.gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The pure rooms: no input or output, no state, no logging, nothing whose order or value changes
 * from run to run.
 */
class PurityTest {
  /**
   * Types that are never used there; a name that ends with a dot is a package and those below it.
   */
  private static final List<String> FORBIDDEN_TYPES =
      List.of(
          "java.io.",
          "java.net.",
          "java.nio.file.",
          "java.nio.channels.",
          "java.lang.reflect.",
          "java.util.concurrent.",
          "java.util.logging.",
          "java.time.",
          "java.lang.System$Logger",
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.Runtime",
          "java.security.SecureRandom",
          "java.util.Date",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.Hashtable",
          "java.util.WeakHashMap",
          "java.util.Scanner",
          "java.util.Timer");

  private static final List<String> ALLOWED_TYPES =
      List.of("java.io.Serializable", "java.io.IOException", "java.io.UncheckedIOException");

  /** Documents are read with a JSON parser that reads from a reader in memory. */
  private static final List<String> ALLOWED_IN_DOCUMENT =
      List.of("java.io.StringReader", "java.io.Reader");

  /**
   * Methods, fields and constructors as {@code type.name(parameters)}; a name that ends with {@code
   * (} stands for all parameter lists.
   */
  private static final List<String> FORBIDDEN_MEMBERS =
      List.of(
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.System.in",
          "java.lang.System.currentTimeMillis(",
          "java.lang.System.nanoTime(",
          "java.lang.System.getenv(",
          "java.lang.System.getProperty(",
          "java.lang.System.exit(",
          "java.lang.System.identityHashCode(",
          "java.lang.System.lineSeparator(",
          "java.lang.Math.random(",
          "java.util.Random.<init>()",
          "java.util.UUID.randomUUID(",
          "java.util.Locale.getDefault(",
          // As a memory that is only asked for keys it is harmless; its order is not.
          "java.util.IdentityHashMap.keySet(",
          "java.util.IdentityHashMap.values(",
          "java.util.IdentityHashMap.entrySet(",
          "java.util.IdentityHashMap.forEach(",
          "java.util.Set.of(",
          "java.util.Set.copyOf(",
          "java.util.Map.of(",
          "java.util.Map.ofEntries(",
          "java.util.Map.copyOf(",
          "java.util.Collections.shuffle(java.util.List)",
          "java.util.Collection.parallelStream(",
          "java.util.stream.Stream.parallel(",
          "java.util.stream.Collectors.toSet(",
          "java.util.stream.Collectors.toUnmodifiableSet(",
          "java.util.stream.Collectors.toUnmodifiableMap(",
          "java.util.stream.Collectors.toMap(java.util.function.Function, java.util.function.Function)",
          "java.util.stream.Collectors.toMap(java.util.function.Function, java.util.function.Function, java.util.function.BinaryOperator)",
          "java.util.stream.Collectors.groupingBy(java.util.function.Function)",
          "java.util.stream.Collectors.groupingBy(java.util.function.Function, java.util.stream.Collector)",
          "java.util.stream.Collectors.partitioningBy(java.util.function.Predicate, java.util.stream.Collector)",
          "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
          "java.lang.String.formatted(",
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.lang.Throwable.printStackTrace(");

  /** Third-party packages that a pure room may use, beside java and jspecify. */
  private static final Map<Rooms, List<String>> LIBRARIES =
      Map.of(
          Rooms.NOTATION,
          List.of("org.antlr.v4.runtime."),
          Rooms.DOCUMENT,
          List.of("com.fasterxml.jackson.core."));

  @Test
  void pureRoomsUseNothingThatReadsWritesOrChanges() {
    none(pure().stream().flatMap(c -> forbiddenUses(c).stream()).toList());
  }

  @Test
  void pureRoomsUseNoOtherLibrary() {
    List<String> faults = new ArrayList<>();
    for (JavaClass type : pure()) {
      List<String> allowed = LIBRARIES.getOrDefault(Rooms.of(type.getPackageName()), List.of());
      for (Dependency d : type.getDirectDependenciesFromSelf()) {
        String name = d.getTargetClass().getBaseComponentType().getName();
        boolean known =
            name.startsWith("java.")
                || name.startsWith("dev.gradus.")
                || name.startsWith("org.jspecify.annotations.");
        if (!known
            && !d.getTargetClass().getBaseComponentType().isPrimitive()
            && allowed.stream().noneMatch(name::startsWith)) {
          faults.add(d.getDescription());
        }
      }
    }
    none(faults);
  }

  @Test
  void pureRoomsKeepNoStaticState() {
    none(
        pure().stream()
            .flatMap(c -> c.getFields().stream())
            .filter(PurityTest::isState)
            .map(JavaField::getFullName)
            .toList());
  }

  @Test
  void theCheckSeesWhatItForbids() {
    JavaClass dirty = new ClassFileImporter().importClass(Dirty.class);
    String seen = String.join("\n", forbiddenUses(dirty));
    for (String needed :
        List.of("HashMap", "System.out", "Random.<init>()", "Set.of", "String.format")) {
      assertTrue(seen.contains(needed), () -> needed + " was not seen in:\n" + seen);
    }
    List<String> state =
        dirty.getFields().stream()
            .filter(PurityTest::isState)
            .map(JavaField::getName)
            .sorted()
            .toList();
    assertEquals(List.of("CACHE", "counter"), state);
    assertFalse(pure().isEmpty());
  }

  /** What a pure room must not hold. */
  @SuppressWarnings("unused")
  private static final class Dirty {
    private static final Map<String, String> CACHE = new HashMap<>();
    private static final List<String> NAMES = List.of("a");
    private static int counter;

    @SuppressWarnings({"DefaultCharset", "NonFinalStaticField", "AnnotateFormatMethod"})
    static void act() {
      counter = new Random().nextInt() + NAMES.size();
      System.out.println(String.format("%d %s", counter, Set.of("a", "b")));
    }
  }

  private static List<JavaClass> pure() {
    return Rooms.CLASSES.stream()
        .filter(c -> Rooms.isOurs(c) && Rooms.isWritten(c) && Rooms.of(c.getPackageName()).isPure())
        .sorted((a, b) -> a.getName().compareTo(b.getName()))
        .toList();
  }

  private static List<String> forbiddenUses(JavaClass type) {
    List<String> faults = new ArrayList<>();
    boolean document = type.getPackageName().startsWith(Rooms.DOCUMENT.packageName());
    for (Dependency d : type.getDirectDependenciesFromSelf()) {
      String name = d.getTargetClass().getBaseComponentType().getName();
      boolean allowed =
          ALLOWED_TYPES.contains(name) || (document && ALLOWED_IN_DOCUMENT.contains(name));
      if (!allowed
          && FORBIDDEN_TYPES.stream()
              .anyMatch(f -> f.endsWith(".") ? name.startsWith(f) : name.equals(f))) {
        faults.add(d.getDescription());
      }
    }
    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
      String member = access.getTarget().getFullName();
      if (FORBIDDEN_MEMBERS.stream()
          .anyMatch(f -> f.endsWith("(") ? member.startsWith(f) : member.equals(f))) {
        faults.add(access.getDescription());
      }
    }
    return faults;
  }

  /**
   * Fields that can change, or whose value can: a variable, a visible array, a collection or
   * counter that can be changed.
   */
  private static boolean isState(JavaField field) {
    Set<JavaModifier> modifiers = field.getModifiers();
    if (!modifiers.contains(JavaModifier.STATIC) || modifiers.contains(JavaModifier.SYNTHETIC)) {
      return false;
    }
    if (!modifiers.contains(JavaModifier.FINAL) || isChangeable(field.getRawType())) {
      return true;
    }
    boolean visible = !modifiers.contains(JavaModifier.PRIVATE);
    return (visible && field.getRawType().isArray()) || isFilledCollection(field);
  }

  private static boolean isChangeable(JavaClass type) {
    String name = type.getName();
    boolean made =
        name.matches("java\\.util\\.(Array|Linked|Tree|Hash|Priority|Enum|Bit).*")
            || name.startsWith("java.util.concurrent.");
    return made || name.equals("java.util.Random") || name.equals("java.lang.StringBuilder");
  }

  /**
   * The static initialiser makes a changeable collection and nothing wraps it: seen by the
   * constructors it calls.
   */
  private static boolean isFilledCollection(JavaField field) {
    boolean declared =
        field
            .getRawType()
            .getName()
            .matches(
                "java\\.util\\.(Map|SortedMap|NavigableMap|Set|SortedSet|List|Deque|Collection)");
    return declared
        && field.getOwner().getStaticInitializer().stream()
            .anyMatch(i ->
                i.getConstructorCallsFromSelf().stream()
                        .anyMatch(c ->
                            isChangeable(c.getTargetOwner()) && sameLine(field, c.getLineNumber()))
                    && i.getMethodCallsFromSelf().stream()
                        .noneMatch(c -> c.getName().startsWith("unmodifiable")));
  }

  /** A field's own assignment stands on the line of the constructor call. */
  private static boolean sameLine(JavaField field, int line) {
    return field.getAccessesToSelf().stream().anyMatch(a -> a.getLineNumber() == line);
  }

  private static void none(List<String> faults) {
    assertEquals("", faults.stream().distinct().collect(Collectors.joining("\n")));
  }
}
