package org.diestra.platform.demo;

import java.time.ZoneId;
import java.util.List;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;

/**
 * One of the demo's assistants, as far as several modules need to know.
 *
 * @param locale the language the person writes in, es or en
 * @param areas what the person does best first
 * @param years of experience in the first area
 * @param rate usual hourly rate in cents of a euro
 * @param from first hour of the working day on the person's clock
 */
public record Assistant(
    String email,
    String name,
    String locale,
    ZoneId zone,
    List<Fluency> languages,
    List<Area> areas,
    int years,
    long rate,
    int from) {

  public Assistant {
    languages = List.copyOf(languages);
    areas = List.copyOf(areas);
  }
}
