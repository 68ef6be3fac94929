package org.fundinggap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** All that a user can call, with the names of parameters and which may be null, from sources. */
final class PublicCalls {
  private static final Path MAIN = Path.of("src", "main", "java");

  private PublicCalls() {}

  /**
   * A public method or constructor of a public type.
   *
   * @param executable what is called
   * @param names of its parameters
   * @param nullable which of them may be null
   */
  record Call(Executable executable, List<String> names, List<Boolean> nullable) {
    boolean isStatic() {
      return executable instanceof Constructor || Modifier.isStatic(executable.getModifiers());
    }

    String packageName() {
      String all = executable.getDeclaringClass().getPackageName();
      return all.substring(all.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
      String type = executable.getDeclaringClass().getName();
      String name = executable instanceof Method ? executable.getName() : "new";
      return type.substring("org.fundinggap.".length()) + "." + name + "(" + parameters() + ")";
    }

    private String parameters() {
      return IntStream.range(0, names.size())
          .mapToObj(i -> executable.getParameterTypes()[i].getSimpleName() + " " + names.get(i))
          .collect(Collectors.joining(", "));
    }
  }

  /** Of all exported packages, in the order of their names. */
  static List<Call> all() {
    Map<String, MethodTree> sources = sources();
    List<Call> calls = new ArrayList<>();
    for (String name : sources.keySet().stream().map(PublicCalls::typeOf).distinct().toList()) {
      Class<?> type = load(name);
      if (!isPublic(type)) {
        continue;
      }
      Stream.concat(Arrays.stream(type.getConstructors()), Arrays.stream(type.getMethods()))
          .filter(each -> each.getDeclaringClass() == type && !each.isSynthetic())
          .filter(each -> each.getParameterCount() > 0)
          .filter(each -> !each.getName().equals("equals"))
          .flatMap(each -> call(each, sources).stream())
          .forEach(calls::add);
    }
    return calls.stream().distinct().sorted(Comparator.comparing(Call::toString)).toList();
  }

  private static boolean isPublic(Class<?> type) {
    boolean outer = type.getDeclaringClass() == null || isPublic(type.getDeclaringClass());
    return outer
        && Modifier.isPublic(type.getModifiers())
        && !type.getPackageName().contains(".internal");
  }

  /** Of a compact constructor by the components; empty if nobody wrote it. */
  private static Optional<Call> call(Executable executable, Map<String, MethodTree> sources) {
    MethodTree source = sources.get(key(executable));
    if (source == null) {
      return Optional.empty();
    }
    List<String> names = source.getParameters().stream().map(p -> p.getName().toString()).toList();
    List<Boolean> nullable =
        source.getParameters().stream()
            .map(each -> each.getType() + " " + each.getModifiers())
            .map(text -> text.contains("Nullable"))
            .toList();
    return Optional.of(new Call(executable, names, nullable));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String typeOf(String key) {
    return key.substring(0, key.indexOf('#'));
  }

  private static String key(Executable executable) {
    String name = executable instanceof Method ? executable.getName() : "<init>";
    String types =
        Arrays.stream(executable.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(","));
    return executable.getDeclaringClass().getName() + "#" + name + "(" + types + ")";
  }

  /** By type, name and simple names of parameter types. */
  private static Map<String, MethodTree> sources() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, MethodTree> found = new HashMap<>();
    Path here = Path.of("").toAbsolutePath();
    Path core = Files.isDirectory(here.resolve("core")) ? here.resolve("core") : here;
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
        Stream<Path> paths = Files.walk(core.resolve(MAIN))) {
      List<Path> java =
          paths
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.endsWith("module-info.java"))
              .toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(java));
      for (CompilationUnitTree unit : task.parse()) {
        new Methods(found).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static final class Methods extends TreeScanner<Void, Void> {
    private final Map<String, MethodTree> found;
    private final Deque<String> types = new ArrayDeque<>();
    private String inPackage = "";

    Methods(Map<String, MethodTree> found) {
      this.found = found;
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree unit, Void none) {
      inPackage = String.valueOf(unit.getPackageName());
      return super.visitCompilationUnit(unit, null);
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      if (type.getSimpleName().length() == 0) {
        return null; // of nobody's name
      }
      types.addLast(type.getSimpleName().toString());
      super.visitClass(type, null);
      types.removeLast();
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      ModifiersTree modifiers = method.getModifiers();
      String parameters =
          method.getParameters().stream()
              .map(VariableTree::getType)
              .map(Methods::simple)
              .collect(Collectors.joining(","));
      if (modifiers != null) {
        found.put(
            inPackage
                + "."
                + String.join("$", types)
                + "#"
                + method.getName()
                + "("
                + parameters
                + ")",
            method);
      }
      return null; // what is declared inside is nobody's to call
    }

    private static String simple(Tree type) {
      String text =
          type.toString()
              .replaceAll("@[\\w.]+(\\([^)]*\\))? ?", "")
              .replaceAll("<.*>", "")
              .replace("...", "[]");
      return text.substring(text.lastIndexOf('.') + 1).strip();
    }
  }
}
