package org.diestra.platform.programs;

import java.util.EnumSet;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.springframework.stereotype.Component;

/** The bookshop's owner has connected her computer, with a password that the demo tells. */
@Component
class ProgramsDemo implements DemoPart {
  static final AppPassword PASSWORD = AppPassword.of("demo-demo-demo-demo");
  private final Programs programs;

  ProgramsDemo(Programs programs) {
    this.programs = programs;
  }

  @Override
  public String name() {
    return "programs:computer";
  }

  @Override
  public int order() {
    return 5;
  }

  @Override
  public void play(Cast cast) {
    programs.makeKnown(
        cast.person(Cast.CLIENT),
        "Portátil de la tienda",
        EnumSet.copyOf(Part.offered()),
        PASSWORD);
  }
}
