package org.diestra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diestra.platform.data.HouseClock;
import org.diestra.platform.demo.Past;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** What CONTRIBUTING asks for and a machine can see. */
class HouseRulesTests {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TEST = Path.of("src/test/java");

  private static final Pattern SHUNNED =
      Pattern.compile(".*(Impl|Manager|Helper|Util|Utils|Dto|DTO)\\.java|Default[A-Z].*\\.java");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.diestra");

  @Test
  void baseIsPlainJava() {
    classes()
        .that()
        .resideInAPackage("org.diestra.platform.base")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "javax.crypto..", "org.jspecify..", "org.diestra.platform.base")
        .check(HOUSE);
  }

  @Test
  void everyPackageIsNullMarked() {
    var unmarked = new TreeSet<String>();
    for (var type : HOUSE) {
      if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
        unmarked.add(type.getPackageName());
      }
    }
    assertThat(unmarked).isEmpty();
  }

  @Test
  void filesAreShort() throws IOException {
    var tooLong = new TreeMap<String, Long>();
    tooLong.putAll(longerThan(300, MAIN, ".java"));
    tooLong.putAll(longerThan(300, TEST, ".java"));
    tooLong.putAll(longerThan(150, MAIN, ".jte"));
    tooLong.putAll(longerThan(300, MAIN, ".js"));
    assertThat(tooLong).isEmpty();
  }

  /**
   * Conditions are decided while packaging (ADR 18); bin/start knows of the clock, and the gallery
   * is for --dev.
   */
  @Test
  void beansAreThereUnconditionally() {
    var conditional = new TreeSet<String>();
    for (var type : HOUSE) {
      if (isConditional(type)
          || type.getMethods().stream().anyMatch(HouseRulesTests::isConditional)) {
        conditional.add(type.getSimpleName());
      }
    }
    assertThat(conditional)
        .containsExactly("GalleryController", "TestClock", "TestClockController");
  }

  private static boolean isConditional(CanBeAnnotated thing) {
    return thing.isMetaAnnotatedWith(Conditional.class);
  }

  @Test
  void namesSayWhatAThingIs() throws IOException {
    try (var files = files(MAIN, ".java")) {
      assertThat(files.filter(f -> SHUNNED.matcher(f.getFileName().toString()).matches()))
          .isEmpty();
    }
  }

  @Test
  void timeComesFromTheClock() {
    for (var type : new Class<?>[] {Instant.class, LocalDate.class, LocalDateTime.class}) {
      noClasses().should().callMethod(type, "now").check(HOUSE);
    }
    noClasses().should().callMethod(ZonedDateTime.class, "now").check(HOUSE);
    noClasses()
        .should()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(HOUSE);
  }

  @Test
  void theClockGoesBackForTheDemoAlone() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Past.class.getName())
        .should()
        .callMethod(HouseClock.class, "at", Instant.class, Supplier.class)
        .check(HOUSE);
    noClasses()
        .that()
        .haveNameNotMatching(".*Demo(People)?(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Past.class)
        .check(HOUSE);
  }

  @Test
  void controllersOpenNoTransactions() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Controller.class)
        .should()
        .beAnnotatedWith(Transactional.class)
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  private static TreeMap<String, Long> longerThan(int lines, Path root, String ending)
      throws IOException {
    var found = new TreeMap<String, Long>();
    try (var files = files(root, ending)) {
      for (var file : files.toList()) {
        try (var content = Files.lines(file)) {
          long count = content.count();
          if (count > lines) {
            found.put(file.toString(), count);
          }
        }
      }
    }
    return found;
  }

  private static Stream<Path> files(Path root, String ending) throws IOException {
    return Files.walk(root).filter(file -> file.toString().endsWith(ending));
  }
}
