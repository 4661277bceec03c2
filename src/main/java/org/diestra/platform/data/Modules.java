package org.diestra.platform.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.modulith.ApplicationModule;
import org.springframework.util.ClassUtils;

/** The modules of the house as their package-info declares them, read without loading a class. */
final class Modules {
  private static final String DECLARATIONS = "classpath*:org/diestra/**/package-info.class";

  private Modules() {}

  /**
   * @param folder on the class path, such as {@code org/diestra/hiring/jobs}
   * @param arrows ids of the modules that it may use
   */
  record Module(String id, String folder, List<String> arrows) {}

  /** Every module after all those that it may use, otherwise by id. */
  static List<Module> inOrder() throws IOException {
    return sort(declared());
  }

  private static Map<String, Module> declared() throws IOException {
    var found = new TreeMap<String, Module>();
    var readers = new CachingMetadataReaderFactory();
    for (var file : new PathMatchingResourcePatternResolver().getResources(DECLARATIONS)) {
      var type = readers.getMetadataReader(file).getAnnotationMetadata();
      var declaration = type.getAnnotations().get(ApplicationModule.class);
      if (declaration.isPresent()) {
        var id = declaration.getString("id");
        var folder = ClassUtils.getPackageName(type.getClassName()).replace('.', '/');
        var arrows = new ArrayList<String>();
        for (var arrow : declaration.getStringArray("allowedDependencies")) {
          arrows.add(arrow.replaceFirst("\\s*::.*", "")); // "jobs :: api" is an arrow to jobs
        }
        found.put(id, new Module(id, folder, arrows));
      }
    }
    return found;
  }

  static List<Module> sort(Map<String, Module> declared) {
    var sorted = new LinkedHashMap<String, Module>();
    declared.values().forEach(module -> place(module, declared, sorted, new LinkedHashSet<>()));
    return List.copyOf(sorted.values());
  }

  private static void place(
      Module module,
      Map<String, Module> declared,
      Map<String, Module> sorted,
      SequencedSet<String> waiting) {
    if (sorted.containsKey(module.id())) {
      return;
    }
    if (!waiting.add(module.id())) {
      throw new IllegalStateException("modules in a circle: " + waiting);
    }
    for (var id : module.arrows()) {
      var below = declared.get(id);
      if (below != null) {
        place(below, declared, sorted, waiting);
      }
    }
    waiting.remove(module.id());
    sorted.put(module.id(), module);
  }
}
