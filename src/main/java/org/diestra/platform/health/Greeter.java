package org.diestra.platform.health;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says that the house is open, and where. */
@Component
class Greeter {
  private static final Logger log = LoggerFactory.getLogger(Greeter.class);

  private final String address;
  private final ObjectProvider<Greeting> greetings;

  Greeter(@Value("${diestra.base-url}") String address, ObjectProvider<Greeting> greetings) {
    this.address = address;
    this.greetings = greetings;
  }

  @EventListener
  void open(ApplicationReadyEvent event) {
    var taken = event.getTimeTaken();
    log.info(
        "Diestra is open at {} ({} s)", address, taken == null ? "?" : taken.toMillis() / 1000.0);
    greetings.orderedStream().flatMap(each -> each.lines().stream()).forEach(log::info);
  }
}
