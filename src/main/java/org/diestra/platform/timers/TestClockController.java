package org.diestra.platform.timers;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.diestra.platform.page.Guests;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /_test/clock}: there only with a test clock, and then open to everybody. */
@RestController
@ConditionalOnBooleanProperty("diestra.test-clock")
class TestClockController {
  private final TestClock clock;

  TestClockController(TestClock clock) {
    this.clock = clock;
  }

  record Wanted(@Nullable String now) {}

  @Guests
  @PostMapping("/_test/clock")
  ResponseEntity<Object> move(@RequestBody Wanted wanted) throws InterruptedException {
    Instant then;
    try {
      then = Instant.parse(wanted.now() == null ? "" : wanted.now());
    } catch (DateTimeParseException notATime) {
      return problem(422, "now: an instant such as 2026-12-01T00:00:00Z");
    }
    var now = clock.moveTo(then);
    return now.isPresent()
        ? ResponseEntity.ok(Map.of("now", now.get()))
        : problem(409, "the clock never goes back");
  }

  private static ResponseEntity<Object> problem(int status, String detail) {
    return ResponseEntity.status(status)
        .body(ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), detail));
  }
}
