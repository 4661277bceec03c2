package org.diestra.platform.health;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diestra.platform.page.Guests;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 200 only when the house can serve: all that it needs is up, and it is not about to stop. */
@Controller
class HealthController {
  private final Checkup checkup;
  private final ApplicationAvailability availability;

  HealthController(Checkup checkup, ApplicationAvailability availability) {
    this.checkup = checkup;
    this.availability = availability;
  }

  /**
   * @param status UP or DOWN
   * @param parts by name
   */
  record HealthView(String status, Map<String, PartView> parts) {}

  /**
   * @param details only of our own parts, for those of others may tell too much
   */
  record PartView(String status, Map<String, Object> details) {}

  @Guests
  @GetMapping("/health")
  ResponseEntity<HealthView> health() {
    var views = new LinkedHashMap<String, PartView>();
    boolean serves = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    for (var part : checkup.parts()) {
      serves &= part.serves();
      views.put(part.name(), new PartView(part.status(), part.ours() ? part.details() : Map.of()));
    }
    return ResponseEntity.status(serves ? 200 : 503)
        .cacheControl(CacheControl.noStore())
        .body(new HealthView(serves ? "UP" : "DOWN", views));
  }
}
