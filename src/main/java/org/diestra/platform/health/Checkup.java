package org.diestra.platform.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Asks each part of the house how it is. */
@Component
public class Checkup {
  private final HealthContributorRegistry registry;

  Checkup(HealthContributorRegistry registry) {
    this.registry = registry;
  }

  /**
   * One part, as it is now.
   *
   * @param serves whether the house can serve with it
   * @param ours whether it is a part of this house, whose details may be told to anybody
   */
  public record Part(
      String name, String status, boolean serves, boolean ours, Map<String, Object> details) {
    public Part {
      details = Map.copyOf(details);
    }
  }

  /** Every part, in no particular order; a database that does not answer takes its time-out. */
  public List<Part> parts() {
    var parts = new ArrayList<Part>();
    for (var entry : registry) {
      look(shortName(entry.name()), entry.contributor(), parts);
    }
    return parts;
  }

  /** Our own are named by their whole class: org.diestra.platform.search.Search is search. */
  private static String shortName(String name) {
    return StringUtils.uncapitalize(name.substring(name.lastIndexOf('.') + 1));
  }

  private static void look(String name, HealthContributor part, List<Part> parts) {
    switch (part) {
      case HealthIndicator one -> note(name, one, one.health(), parts);
      case HealthContributors several ->
          several.forEach(entry -> look(name + "." + entry.name(), entry.contributor(), parts));
      default -> {}
    }
  }

  private static void note(
      String name, HealthIndicator indicator, @Nullable Health health, List<Part> parts) {
    if (health == null) {
      return;
    }
    var status = health.getStatus();
    parts.add(
        new Part(
            name,
            status.getCode(),
            !status.equals(Status.DOWN) && !status.equals(Status.OUT_OF_SERVICE),
            indicator.getClass().getName().startsWith("org.diestra."),
            health.getDetails()));
  }
}
