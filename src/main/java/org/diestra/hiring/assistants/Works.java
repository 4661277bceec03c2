package org.diestra.hiring.assistants;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.diestra.hiring.samples.SampleCard;
import org.diestra.platform.base.Area;

/**
 * Somebody's open samples, area by area in the order of their page. Those behind the first {@link
 * #PICTURES} pictures are folded away: a browser fetches small pictures long before it comes to
 * them, and the first view is to stay light whatever they show.
 */
final class Works {
  static final int PICTURES = 6;

  private final List<Area> areas;
  private final List<SampleCard> all;
  private final int shown;

  /**
   * @param areas which the profile names
   */
  Works(List<Area> areas, List<SampleCard> samples) {
    this.areas = List.copyOf(areas);
    this.all =
        samples.stream()
            .sorted(
                Comparator.comparingInt(
                    s -> areas.contains(s.area()) ? areas.indexOf(s.area()) : areas.size()))
            .toList();
    this.shown = atOnce(all);
  }

  /**
   * The samples of one place on the page.
   *
   * @param folded which come with a press
   */
  record Shelf(List<SampleCard> shown, List<SampleCard> folded) {
    boolean isEmpty() {
      return shown.isEmpty() && folded.isEmpty();
    }
  }

  Shelf of(Area area) {
    return shelf(sample -> sample.area() == area);
  }

  /** Samples of areas that the profile does not name. */
  Shelf others() {
    return shelf(sample -> !areas.contains(sample.area()));
  }

  private Shelf shelf(Predicate<SampleCard> there) {
    return new Shelf(
        all.subList(0, shown).stream().filter(there).toList(),
        all.subList(shown, all.size()).stream().filter(there).toList());
  }

  private static int atOnce(List<SampleCard> all) {
    int pictures = 0;
    for (int i = 0; i < all.size(); i++) {
      pictures += all.get(i).pictured() ? 1 : 0;
      if (pictures > PICTURES) {
        return i;
      }
    }
    return all.size();
  }
}
