package org.diestra.platform.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.page.Guests;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Prometheus' text, for the operator and the scrape token; for others there is no such page. */
@Controller
class MetricsController {
  private static final String SCHEME = "Bearer ";

  private final PrometheusMeterRegistry registry;
  private final String token;

  MetricsController(
      PrometheusMeterRegistry registry, @Value("${diestra.metrics-token}") String token) {
    this.registry = registry;
    this.token = token;
  }

  @Guests
  @GetMapping(path = "/metrics", produces = "text/plain; version=0.0.4; charset=utf-8")
  ResponseEntity<String> metrics(
      @RequestHeader(name = "Authorization", required = false) @Nullable String credentials,
      @Nullable Viewer viewer) {
    if (!hasToken(credentials) && (viewer == null || !viewer.operator())) {
      throw new NotFound();
    }
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(registry.scrape());
  }

  private boolean hasToken(@Nullable String credentials) {
    return !token.isEmpty()
        && credentials != null
        && credentials.startsWith(SCHEME)
        && MessageDigest.isEqual(
            credentials.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8),
            token.getBytes(StandardCharsets.UTF_8));
  }
}
