package org.diestra;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.diestra.platform.data.Caller;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plays the demo within a test's own transaction, which takes it back at its end. */
@Component
public class OnStage {
  private final List<DemoPart> parts;
  private final Cast cast;
  private final JdbcClient jdbc;

  OnStage(List<DemoPart> parts, Cast cast, JdbcClient jdbc) {
    this.parts = parts;
    this.cast = cast;
    this.jdbc = jdbc;
  }

  public Cast play() {
    return play(part -> true);
  }

  /** Some of its parts. */
  public Cast play(Predicate<DemoPart> wanted) {
    call("house");
    parts.stream()
        .filter(wanted)
        .sorted(Comparator.comparingInt(DemoPart::order))
        .forEach(part -> Caller.house().run(() -> part.play(cast)));
    call("");
    return cast;
  }

  /** The test's transaction began before anybody called, so row security is told here. */
  private void call(String caller) {
    jdbc.sql("select set_config('diestra.caller', :caller, true)")
        .param("caller", caller)
        .query(String.class)
        .single();
  }
}
