package org.diestra;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house. */
class ModularityTests {
  /** A group may use what stands before it. */
  private static final List<String> GROUPS =
      List.of("platform", "office", "hiring", "work", "money", "operator");

  private static final Set<String> OPEN_TO_ALL = Set.of("org.diestra", "org.diestra.platform.base");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.diestra");

  private static final ApplicationModules MODULES = ApplicationModules.of(Diestra.class);

  @Test
  void modulesUseOnlyWhatTheyList() {
    MODULES.verify();
  }

  @Test
  void everyPackageBelongsToAModule() {
    var homeless = new TreeSet<String>();
    for (var type : HOUSE) {
      var name = type.getPackageName();
      if (!OPEN_TO_ALL.contains(name) && MODULES.getModuleByType(type.getName()).isEmpty()) {
        homeless.add(name);
      }
    }
    assertThat(homeless).isEmpty();
  }

  @Test
  void everyModuleIsOneFlatFolderNamedByItsId() {
    for (var module : MODULES) {
      assertThat(module.getBasePackage().getName())
          .matches("org\\.diestra\\.[a-z]+\\." + module.getIdentifier());
    }
  }

  @Test
  void groupsDependDownwardsOnly() {
    var upwards = new TreeSet<String>();
    for (var type : HOUSE) {
      for (var arrow : type.getDirectDependenciesFromSelf()) {
        int from = group(type);
        int to = group(arrow.getTargetClass());
        if (from >= 0 && to > from) {
          upwards.add(arrow.getDescription());
        }
      }
    }
    assertThat(upwards).isEmpty();
  }

  @Test
  void modulesFormNoCircle() {
    slices().matching("org.diestra.*.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  /** Its place in the order; -1 for what is in none. */
  private static int group(JavaClass type) {
    var parts = type.getPackageName().split("\\.");
    return parts.length > 2 && type.getPackageName().startsWith("org.diestra.")
        ? GROUPS.indexOf(parts[2])
        : -1;
  }
}
