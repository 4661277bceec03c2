package org.diestra.platform.demo;

import java.util.List;
import org.diestra.platform.health.Greeting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells whoever started a house with the demo how to get in. */
@Component
class DemoSignIns implements Greeting {
  private final boolean wanted;

  DemoSignIns(@Value("${diestra.demo}") boolean wanted) {
    this.wanted = wanted;
  }

  @Override
  public List<String> lines() {
    return wanted
        ? List.of(
            "Sign in to the demo with the password diestra-demo as",
            "  %s, %s (a bookshop in Valencia)".formatted(Cast.CLIENT, Cast.ACCOUNTANT),
            "  %s, %s, %s, %s"
                .formatted(Cast.ASSISTANT, Cast.ASSISTANT_2, Cast.ASSISTANT_3, Cast.ASSISTANT_4),
            "  %s, %s".formatted(Cast.OPERATOR, Cast.OPERATOR_2))
        : List.of();
  }
}
