package org.diestra.hiring.samples;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Ui;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a sample, as typed.
 *
 * @param open "true" where it may stand on the public page
 * @param kept the id of a file that was already taken in, when the form comes back
 */
record SampleForm(
    @Nullable String title,
    @Nullable String area,
    @Nullable String what,
    @Nullable String rights,
    @Nullable String open,
    @Nullable String kept) {
  private static final int TITLE = 100;
  private static final int WHAT = 1000;

  /** Begins open, since a sample that nobody sees helps nobody. */
  static SampleForm empty(@Nullable String area) {
    return new SampleForm(null, area, null, null, "true", null);
  }

  static SampleForm of(Sample said) {
    return new SampleForm(
        said.title(),
        said.area().slug(),
        said.what(),
        said.rights().slug(),
        Boolean.toString(said.open()),
        null);
  }

  /** Only to be used where there are no problems. */
  Sample read(Problems problems) {
    var typed = new Typed(problems);
    var called = typed.line("title", title, TITLE, "samples.title.needed");
    var shows = Area.read(Typed.line(area));
    if (shows.isEmpty()) {
      problems.add("area", "samples.area.needed");
    }
    var done = typed.text("what", what, WHAT);
    var declared = Rights.read(Typed.line(rights));
    if (declared.isEmpty()) {
      problems.add("rights", "samples.rights.needed");
    }
    return new Sample(
        shows.orElse(Area.ADMIN), called, done, declared.orElse(Rights.OWN), "true".equals(open));
  }

  static Map<String, String> rightsOptions() {
    var all = new LinkedHashMap<String, String>();
    for (var each : Rights.values()) {
      all.put(each.slug(), Ui.words(each.key()));
    }
    return all;
  }

  static Map<String, String> areaOptions() {
    var all = new LinkedHashMap<String, String>();
    all.put("", Ui.words("page.choose"));
    all.putAll(org.diestra.platform.page.Options.areas());
    return all;
  }
}
