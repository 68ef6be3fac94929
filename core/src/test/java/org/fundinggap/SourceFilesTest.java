package org.fundinggap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What the Java sources of every module must hold to: sizes, package comments, nothing half done.
 */
@DisplayName("Java sources of all modules")
class SourceFilesTest {

  private static final List<String> MODULES = List.of("core", "benchmarks", "examples", "docs");
  private static final int MAX_FILE_LINES = 400;
  private static final int MAX_METHOD_LINES = 40;

  /** Put together from halves, so that this file does not hold what it looks for. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          String.join("|", "TO" + "DO", "FIX" + "ME", "X" + "XX", "@Dis" + "abled")
              + "|Unsupported"
              + "OperationException");

  private static final Pattern JQWIK =
      Pattern.compile("import net\\.jqwik\\.api\\.(Property|\\*);");
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"?([^)\"]*)\"?\\)");

  /** What the profiles of the parent's pom leave out: over ten seconds, over about one. */
  private static final Set<String> TAGS = Set.of("slow", "medium");

  private static Path root;
  private static Map<Path, String> sources;

  @BeforeAll
  static void readSources() throws IOException {
    // Tests run in core; an editor may run them in the repository's root.
    Path here = Path.of("").toAbsolutePath();
    root = Files.isDirectory(here.resolve("core")) ? here : here.getParent();
    sources = new TreeMap<>();
    for (String module : MODULES) {
      Path folder = root.resolve(module).resolve("src");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
            sources.put(root.relativize(file), Files.readString(file, UTF_8));
          }
        }
      }
    }
  }

  @Test
  @DisplayName("are found")
  void sourcesAreFound() {
    String here = SourceFilesTest.class.getName().replace('.', '/') + ".java";
    assertNotEquals(0, sources.keySet().stream().filter(file -> file.endsWith(here)).count());
  }

  @Test
  @DisplayName("have at most 400 lines a file")
  void filesAreShort() {
    List<String> tooLong = new ArrayList<>();
    sources.forEach(
        (file, text) -> {
          long lines = text.lines().count();
          if (lines > MAX_FILE_LINES) {
            tooLong.add(file + " has " + lines + " lines");
          }
        });
    assertEquals(List.of(), tooLong, "split these files, by what each part is for");
  }

  @Test
  @DisplayName("have at most 40 lines a method body")
  void methodsAreShort() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> tooLong = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(
                      sources.keySet().stream().map(root::resolve).toList()));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodSizes(unit, positions, tooLong).scan(unit, null);
      }
    }
    assertEquals(List.of(), tooLong, "split these methods, by what each part is for");
  }

  @Test
  @DisplayName("describe every package and declare it @NullMarked")
  void packagesAreDescribed() {
    List<String> wrong = new ArrayList<>();
    sources.keySet().stream()
        .filter(file -> file.toString().contains(Path.of("src", "main", "java").toString()))
        .filter(file -> !file.endsWith("module-info.java"))
        .map(Path::getParent)
        .distinct()
        .forEach(
            folder -> {
              String text = sources.getOrDefault(folder.resolve("package-info.java"), "");
              if (!text.contains("/**") || !text.contains("@NullMarked")) {
                wrong.add(folder.toString());
              }
            });
    assertEquals(List.of(), wrong, "add a package-info.java with Javadoc and @NullMarked");
  }

  @Test
  @DisplayName("leave nothing half done")
  void nothingIsUnfinished() {
    List<String> found = new ArrayList<>();
    sources.forEach(
        (file, text) ->
            UNFINISHED
                .matcher(text)
                .results()
                .forEach(match -> found.add(file + " holds " + match.group())));
    assertEquals(List.of(), found, "finish these or take them out");
  }

  @Test
  @DisplayName("seed their properties, so that every clone tries the same values")
  void propertiesAreSeeded() {
    List<String> unseeded = new ArrayList<>();
    sources.forEach(
        (file, text) -> {
          if (JQWIK.matcher(text).find() && !text.contains("\n@Seeded\n")) {
            unseeded.add(file.toString());
          }
        });
    assertEquals(List.of(), unseeded, "mark these classes @Seeded");
  }

  @Test
  @DisplayName("tag tests by words that the build knows, in the way that their engine reads")
  void tagsAreRead() {
    List<String> unread = new ArrayList<>();
    sources.forEach(
        (file, text) ->
            TAG.matcher(text)
                .results()
                .filter(tag -> !TAGS.contains(tag.group(1)) || !text.contains(tagImport(text)))
                .forEach(tag -> unread.add(file + " has " + tag.group())));
    assertEquals(List.of(), unread, "use one of " + TAGS + ", jqwik's Tag beside its properties");
  }

  private static String tagImport(String text) {
    return "import "
        + (JQWIK.matcher(text).find() ? "net.jqwik" : "org.junit.jupiter")
        + ".api.Tag;";
  }

  /** Collects the methods of one file whose body, braces included, is too long. */
  private static final class MethodSizes extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> tooLong;

    MethodSizes(CompilationUnitTree unit, SourcePositions positions, List<String> tooLong) {
      this.unit = unit;
      this.positions = positions;
      this.tooLong = tooLong;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      if (method.getBody() != null) {
        LineMap lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
        long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
        long length = last - first + 1;
        if (length > MAX_METHOD_LINES) {
          String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
          tooLong.add(file + ":" + first + " " + method.getName() + " has " + length + " lines");
        }
      }
      return super.visitMethod(method, null);
    }
  }
}
