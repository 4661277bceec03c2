package org.diestra;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The application: everything below this package is found by itself. A bean is named by its whole
 * class name, so that two modules may use the same noun.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Diestra {
  public static void main(String[] args) {
    SpringApplication.run(Diestra.class, args);
  }
}
