package org.diestra.office.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Part;

/** One component of an event, as a page needs it. */
record PartRow(
    String uid,
    int number,
    String timing,
    String summary,
    String place,
    boolean busy,
    boolean cancelled) {
  private static final int LONGEST_WORDS = 500;

  static List<PartRow> of(CalendarObject object) {
    var all = new ArrayList<PartRow>();
    for (int i = 0; i < object.events().size(); i++) {
      var event = object.events().get(i);
      boolean cancelled = event.text("STATUS").equalsIgnoreCase("CANCELLED");
      all.add(
          new PartRow(
              object.uid(),
              i,
              object.timings().get(i).text(),
              words(event, "SUMMARY"),
              words(event, "LOCATION"),
              !object.todo() && !cancelled && !EventText.free(event),
              cancelled));
    }
    return all;
  }

  private static String words(Part event, String name) {
    var text = event.text(name).replaceAll("\\p{Cntrl}+", " ").strip();
    int end =
        text.offsetByCodePoints(0, Math.min(LONGEST_WORDS, text.codePointCount(0, text.length())));
    return text.substring(0, end);
  }

  /** An array a column, for one statement. */
  static Map<String, Object> params(List<PartRow> rows) {
    return Map.of(
        "uids", rows.stream().map(PartRow::uid).toArray(String[]::new),
        "numbers", rows.stream().map(PartRow::number).toArray(Integer[]::new),
        "timings", rows.stream().map(PartRow::timing).toArray(String[]::new),
        "summaries", rows.stream().map(PartRow::summary).toArray(String[]::new),
        "places", rows.stream().map(PartRow::place).toArray(String[]::new),
        "busy", rows.stream().map(PartRow::busy).toArray(Boolean[]::new),
        "cancelled", rows.stream().map(PartRow::cancelled).toArray(Boolean[]::new));
  }
}
