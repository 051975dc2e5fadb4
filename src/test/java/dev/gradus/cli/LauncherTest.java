package dev.gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher {@code check}, copied into a house of its own with a small program in place of
 * Gradus and a Maven that only notes its call: nothing is built here.
 */
class LauncherTest {
  @TempDir Path folder;

  private Path house = Path.of("");
  private Path jar = Path.of("");
  private Path tools = Path.of("");

  private record Ran(int code, String out, String err) {}

  @BeforeEach
  void layOut() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
    house = Files.createDirectories(folder.resolve("a house, with spaces"));
    tools = Files.createDirectories(folder.resolve("tools"));
    jar = house.resolve("target/gradus-0.1.0.jar");
    Files.copy(Path.of("check"), house.resolve("check"));
    assertTrue(house.resolve("check").toFile().setExecutable(true));
    Files.createDirectories(house.resolve("grammar"));
    Files.createDirectories(house.resolve("src/main"));
    Files.createDirectories(house.resolve("target/lib"));
    Files.writeString(house.resolve("pom.xml"), "<project/>");
    Files.writeString(jar, "");
    for (String name : List.of("pom.xml", "grammar", "src/main")) {
      Files.setLastModifiedTime(house.resolve(name), FileTime.fromMillis(1_000_000_000_000L));
    }
    script(
        tools.resolve("mvn"),
        "echo called >>\""
            + house
            + "/mvn-calls\"; sleep 0.5; mkdir -p target/lib; : >target/gradus-0.1.0.jar");
  }

  @Test
  void itRunsFromAnyFolderThroughALinkWithSpaces() throws Exception {
    Path jdk = jdk("a jdk", "25.0.1");
    Path link = Files.createSymbolicLink(folder.resolve("link one"), house.resolve("check"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("link one"));
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    for (Path command : List.of(house.resolve("check"), link, second)) {
      Ran ran =
          run(
              elsewhere,
              Map.of("JAVA_HOME", jdk.toString()),
              command.toString(),
              "two words",
              "",
              "*");
      assertEquals(new Ran(0, "<-jar><" + jar.toRealPath() + "><two words><><*>\n", ""), ran);
    }
    Ran relative =
        run(elsewhere, Map.of("JAVA_HOME", jdk.toString()), "../a house, with spaces/check", "x");
    assertEquals("<-jar><" + jar.toRealPath() + "><x>\n", relative.out());
  }

  @Test
  void aJdkThatIsTooOldIsPassedOver() throws Exception {
    Path old = jdk("old", "17.0.9");
    Path eight = jdk("eight", "1.8.0_292");
    hideTheJdksOfThisMachine();
    Path sdkman = jdk("home/.sdkman/candidates/java/26", "26");
    Ran ran =
        run(
            folder,
            Map.of("JAVA_HOME", old.toString(), "PATH", eight.resolve("bin") + ":" + path()),
            house + "/check",
            "x");
    assertEquals(0, ran.code());
    assertTrue(Files.exists(sdkman) && ran.out().contains("<x>"), ran.out());
  }

  @Test
  void withoutAReleaseFileJavaItselfIsAsked() throws Exception {
    Path bare = jdk("bare", "25.0.1");
    Files.delete(bare.resolve("release"));
    assertEquals(
        0, run(folder, Map.of("JAVA_HOME", bare.toString()), house + "/check", "x").code());
  }

  @Test
  void withoutAJdkItSaysSo() throws Exception {
    hideTheJdksOfThisMachine();
    Ran ran =
        run(
            folder,
            Map.of("JAVA_HOME", jdk("old", "17.0.9").toString(), "PATH", pathWithoutJava()),
            house + "/check",
            "x");
    assertEquals(2, ran.code());
    assertTrue(ran.err().startsWith("check: Gradus needs a JDK 25 or newer"), ran.err());
  }

  @Test
  void itBuildsOnlyWhenTheSourcesAreNewer() throws Exception {
    Map<String, String> environment = Map.of("JAVA_HOME", jdk("jdk", "25").toString());
    assertEquals("", run(folder, environment, house + "/check").err());
    Files.writeString(house.resolve("src/main/New.java"), "class New {}");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_500_000_000_000L));
    Ran changed = run(folder, environment, house + "/check");
    assertEquals("check: building Gradus (its sources have changed) ...\n", changed.err());
    assertEquals("", run(folder, environment, house + "/check").err());
    Files.delete(jar);
    assertEquals(
        "check: building Gradus (first use, about a minute) ...\n",
        run(folder, environment, house + "/check").err());
    assertEquals(2, Files.readAllLines(house.resolve("mvn-calls")).size());
  }

  @Test
  void twoFirstRunsBuildOnce() throws Exception {
    Files.delete(jar);
    Map<String, String> environment = Map.of("JAVA_HOME", jdk("jdk", "25").toString());
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(start(folder, environment, folder.resolve("log" + i), house + "/check"));
    }
    for (Process process : processes) {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue());
    }
    assertEquals(List.of("called"), Files.readAllLines(house.resolve("mvn-calls")));
  }

  @Test
  void theLockOfAKilledBuildIsTakenAway() throws Exception {
    Files.delete(jar);
    Files.createDirectories(house.resolve("target/.build-lock"));
    Process dead = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
    dead.waitFor();
    Files.writeString(house.resolve("target/.build-lock/pid"), dead.pid() + "\n");
    assertEquals(
        0, run(folder, Map.of("JAVA_HOME", jdk("jdk", "25").toString()), house + "/check").code());
  }

  @Test
  void aFailedBuildShowsItsOutput() throws Exception {
    Files.delete(jar);
    script(tools.resolve("mvn"), "echo it does not compile; exit 1");
    Ran ran = run(folder, Map.of("JAVA_HOME", jdk("jdk", "25").toString()), house + "/check");
    assertEquals(70, ran.code());
    assertTrue(ran.err().contains("it does not compile\ncheck: the build failed."), ran.err());
  }

  /**
   * A folder that looks like a JDK; its java prints its arguments behind the options of the virtual
   * machine.
   */
  private Path jdk(String name, String version) throws IOException {
    Path jdk = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(
        jdk.resolve("bin/java"),
        "if [ \"$1\" = -version ]; then echo 'openjdk version \""
            + version
            + "\" 2025-09-16' >&2; exit 0; fi\n"
            + "while [ \"$1\" != -jar ]; do shift; done\nprintf '<%s>' \"$@\"; echo");
    return jdk;
  }

  private void hideTheJdksOfThisMachine() throws IOException {
    String text = Files.readString(house.resolve("check"));
    Files.writeString(
        house.resolve("check"),
        text.replace("/usr/", "/nowhere/")
            .replace("/opt/", "/nowhere/")
            .replace("/Library/", "/nowhere/"));
  }

  private static void script(Path path, String body) throws IOException {
    Files.writeString(path, "#!/bin/sh\n" + body + "\n");
    assertTrue(path.toFile().setExecutable(true));
  }

  private String path() {
    return tools + ":" + System.getenv("PATH");
  }

  /** The tools that the launcher needs, in a folder without java. */
  private String pathWithoutJava() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String tool : List.of("sh", "sed", "head", "dirname", "readlink", "find")) {
      for (String place : List.of("/usr/bin/", "/bin/")) {
        if (Files.exists(Path.of(place + tool)) && !Files.exists(bin.resolve(tool))) {
          script(bin.resolve(tool), "exec " + place + tool + " \"$@\"");
        }
      }
    }
    return bin.toString();
  }

  private Ran run(Path where, Map<String, String> environment, String... command) throws Exception {
    Path log = folder.resolve("log");
    Process process = start(where, environment, log, command);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    String out = Files.readString(log, StandardCharsets.UTF_8);
    String err = Files.readString(Path.of(log + ".err"), StandardCharsets.UTF_8);
    return new Ran(process.exitValue(), out, err);
  }

  private Process start(Path where, Map<String, String> environment, Path log, String... command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
    builder.environment().put("PATH", path());
    builder.environment().put("HOME", folder.resolve("home").toString());
    builder.environment().putAll(environment);
    return builder
        .redirectOutput(log.toFile())
        .redirectError(Path.of(log + ".err").toFile())
        .start();
  }
}
