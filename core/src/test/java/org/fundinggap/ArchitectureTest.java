package org.fundinggap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.base.Splitter;
import com.google.common.collect.Multimap;
import com.google.common.collect.Table;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What core's class files must hold to: layers, reproducible arithmetic, and a clean public API.
 */
@DisplayName("Architecture of core")
class ArchitectureTest {

  private static final String ROOT = "org.fundinggap";

  /** Lowest first: a package may use itself and those before it. */
  private static final List<String> LAYERS =
      List.of(
          "internal",
          "quantity",
          "random",
          "distribution",
          "model",
          "draws",
          "scoring",
          "simulation",
          "evidence",
          "estimation",
          "demand",
          "cost",
          "funding",
          "published",
          "calibration",
          "nowcast",
          "lever",
          "own",
          "policy",
          "scenario",
          "file",
          "claim",
          "hindcast",
          "comparison",
          "bridge",
          "appraisal",
          "search",
          "analysis",
          "chart",
          "report",
          "export");

  /** Libraries that work inside core and must be replaceable without breaking its users. */
  private static final List<String> INSIDE_ONLY =
      List.of(
          "org.apache.commons.math3",
          "com.google.common",
          "de.siegmar.fastcsv",
          "org.snakeyaml.engine");

  /** Methods of Math whose result may differ between machines and JDKs. */
  private static final Set<String> PLATFORM_MATHS =
      Set.of(
          "exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "random", "sin", "cos",
          "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh");

  /** Per class, the members that print, end the process, or read the clock or hidden randomness. */
  private static final Map<String, Set<String>> HIDDEN_EFFECTS =
      Map.of(
          "java.lang.System",
          Set.of("out", "err", "in", "exit", "currentTimeMillis", "nanoTime"),
          "java.lang.Runtime",
          Set.of("exit", "halt"),
          "java.util.UUID",
          Set.of("randomUUID"),
          "java.util.Collections",
          Set.of("shuffle"));

  /** What starts threads, or hands work to others' threads. */
  private static final Pattern THREAD_MAKERS =
      Pattern.compile(
          "java\\.util\\.(concurrent\\.(Executor|ForkJoin|Completable|FutureTask).*|Timer)");

  /** Class names of the collections, of the JDK and of Guava, that nobody can write to. */
  private static final Pattern UNMODIFIABLE =
      Pattern.compile("Immutable|Unmodifiable|Collections\\$(Empty|Singleton)");

  private static JavaClasses core;

  @BeforeAll
  static void importCore() {
    core =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
  }

  @Test
  @DisplayName("the rules below look at every package that has sources")
  void everyPackageIsSeen() throws IOException {
    Path sources = Path.of("src", "main", "java");
    Set<String> expected = new TreeSet<>();
    if (Files.isDirectory(sources)) {
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.endsWith("module-info.java"))
            .map(file -> sources.relativize(file.getParent()).toString())
            .forEach(folder -> expected.add(folder.replace(Path.of("/").toString(), ".")));
      }
    }
    Set<String> seen = core.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    assertEquals(expected, new TreeSet<>(seen));
  }

  @Test
  @DisplayName("a package uses only packages below it")
  void layersAreKept() {
    check(classes().should(onClasses("use only lower layers", ArchitectureTest::checkLayer)));
  }

  @Test
  @DisplayName("no packages use each other in a circle")
  void packagesAreFreeOfCycles() {
    check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
  }

  @Test
  @DisplayName("nothing static can change")
  void staticFieldsAreConstants() {
    check(fields().that().areStatic().should(onFields(ArchitectureTest::checkConstant)));
  }

  @Test
  @DisplayName("no desktop classes and no logging")
  void noDesktopOrLogging() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.awt..", "javax.swing..", "java.util.logging..", "org.slf4j.."));
  }

  @Test
  @DisplayName("no platform arithmetic, printing, clock or hidden randomness")
  void resultsDependOnInputsAlone() {
    check(
        noClasses()
            .should()
            .accessTargetWhere(
                DescribedPredicate.describe(
                    "is not reproducible or has a hidden effect", ArchitectureTest::isBanned)));
  }

  @Test
  @DisplayName("only simulation makes threads, so that an Execution says of all how many")
  void threadsComeFromOnePackage() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".simulation")
            .should()
            .accessTargetWhere(
                DescribedPredicate.describe("makes threads", ArchitectureTest::makesThreads)));
  }

  @Test
  @DisplayName("libraries that work inside stay out of public signatures")
  void librariesStayInside() {
    check(
        classes()
            .that(DescribedPredicate.describe("are public API", ArchitectureTest::isApi))
            .should(onClasses("hide the libraries inside", ArchitectureTest::checkSignatures)));
  }

  @Test
  @DisplayName("no public abstract class: nobody inherits for reuse")
  void noPublicAbstractClasses() {
    check(
        classes()
            .that(DescribedPredicate.describe("are public API", ArchitectureTest::isApi))
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .should()
            .notHaveModifier(JavaModifier.ABSTRACT));
  }

  @Test
  @DisplayName("a package has at most 28 files, itself described in one of them")
  void packagesHaveFewFiles() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    Path root = Path.of("src", "main", "java", "org", "fundinggap");
    try (Stream<Path> sources = Files.walk(root)) {
      sources
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> root.relativize(file).getParent().toString().replace('\\', '/'))
          .forEach(folder -> files.merge(folder, 1L, Long::sum));
    }
    Set<String> expected = new TreeSet<>(LAYERS);
    expected.addAll(List.of("internal/csv", "internal/plausible"));
    assertEquals(expected, files.keySet());
    files.values().removeIf(count -> count <= 28);
    assertEquals(Map.of(), files, "files per package must be at most 28");
  }

  @Test
  @DisplayName("a package has 1 to 20 public types")
  void packagesAreOfReadableSize() {
    Map<String, Long> publicTypes = new TreeMap<>();
    for (JavaClass type : core) {
      long counted = type.isTopLevelClass() && isApi(type) ? 1 : 0;
      if (!layer(type).equals("internal")) {
        publicTypes.merge(type.getPackageName(), counted, Long::sum);
      }
    }
    publicTypes.values().removeIf(count -> count >= 1 && count <= 20);
    assertEquals(Map.of(), publicTypes, "public types per package must be in [1, 20]");
  }

  private static void check(ArchRule rule) {
    // everyPackageIsSeen guards against a scan that finds nothing.
    rule.allowEmptyShould(true).check(core);
  }

  /** First package name below the root, or "" for a class in the root or outside it. */
  private static String layer(JavaClass type) {
    String inside = type.getPackageName() + ".";
    return inside.startsWith(ROOT + ".")
        ? Splitter.on('.').splitToList(inside.substring(ROOT.length() + 1)).get(0)
        : "";
  }

  private static void checkLayer(JavaClass type, ConditionEvents events) {
    int own = LAYERS.indexOf(layer(type));
    if (own < 0) {
      violation(events, type, type.getName() + " is in no layer; the layers are " + LAYERS);
    }
    type.getDirectDependenciesFromSelf().stream()
        .filter(use -> use.getTargetClass().getPackageName().startsWith(ROOT))
        .filter(use -> LAYERS.indexOf(layer(use.getTargetClass())) > own)
        .forEach(use -> violation(events, type, use.getDescription()));
  }

  private static void checkConstant(JavaField field, ConditionEvents events) {
    if (field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
      return; // made by the compiler, such as the cases of a switch
    }
    if (!field.getModifiers().contains(JavaModifier.FINAL)) {
      violation(events, field, field.getFullName() + " is static and not final");
    } else if (field.getRawType().isArray()
        && !field.getModifiers().contains(JavaModifier.PRIVATE)) {
      violation(events, field, field.getFullName() + " is an array that others can write to");
    } else if (field.getRawType().getPackageName().equals("java.util.concurrent.atomic")
        || !isUnmodifiable(value(field))) {
      violation(events, field, field.getFullName() + " holds something that can change");
    }
  }

  private static Object value(JavaField field) {
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      return reflected.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + field.getFullName(), e);
    }
  }

  private static boolean isUnmodifiable(Object value) {
    if (value instanceof Collection
        || value instanceof Map
        || value instanceof Multimap
        || value instanceof Table) {
      return UNMODIFIABLE.matcher(value.getClass().getName()).find();
    }
    return !(value instanceof StringBuilder
        || value instanceof ThreadLocal
        || value instanceof Executor);
  }

  private static boolean isBanned(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getName();
    return (owner.isEquivalentTo(Math.class) && PLATFORM_MATHS.contains(name))
        || HIDDEN_EFFECTS.getOrDefault(owner.getName(), Set.of()).contains(name)
        || (owner.getPackageName().equals("java.time") && name.matches("now|system.*|tick.*"))
        || owner.getName().matches("java\\.(util|security)\\..*Random")
        || owner.getPackageName().equals("java.util.random")
        || name.equals("printStackTrace");
  }

  private static boolean makesThreads(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getName();
    boolean parallel = owner.isAssignableTo(BaseStream.class) || owner.isEquivalentTo(Arrays.class);
    return name.equals("parallelStream")
        || (name.startsWith("parallel") && parallel)
        || (owner.isAssignableTo(Thread.class) && name.matches("<init>|start.*|of.*"))
        || THREAD_MAKERS.matcher(owner.getName()).matches();
  }

  private static boolean isApi(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && !layer(type).equals("internal")
        && type.getEnclosingClass().map(ArchitectureTest::isApi).orElse(true);
  }

  private static boolean isVisible(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC);
  }

  private static void checkSignatures(JavaClass type, ConditionEvents events) {
    Stream<JavaType> parents =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    reportInsideOnly(type.getName(), parents, type, events);
    type.getMembers().stream()
        .filter(ArchitectureTest::isVisible)
        .forEach(member -> reportInsideOnly(member.getFullName(), types(member), type, events));
  }

  private static Stream<? extends JavaType> types(JavaMember member) {
    return member instanceof JavaCodeUnit code
        ? Stream.concat(code.getAllInvolvedRawTypes().stream(), code.getExceptionTypes().stream())
        : member.getAllInvolvedRawTypes().stream();
  }

  private static void reportInsideOnly(
      String where, Stream<? extends JavaType> types, JavaClass type, ConditionEvents events) {
    types
        .flatMap(used -> used.getAllInvolvedRawTypes().stream())
        .filter(used -> INSIDE_ONLY.stream().anyMatch(used.getPackageName()::startsWith))
        .forEach(used -> violation(events, type, where + " shows " + used.getName()));
  }

  private static void violation(ConditionEvents events, Object subject, String message) {
    events.add(SimpleConditionEvent.violated(subject, message));
  }

  private static ArchCondition<JavaClass> onClasses(
      String description, BiConsumer<JavaClass, ConditionEvents> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        check.accept(type, events);
      }
    };
  }

  private static ArchCondition<JavaField> onFields(BiConsumer<JavaField, ConditionEvents> check) {
    return new ArchCondition<>("be constants") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        check.accept(field, events);
      }
    };
  }
}
