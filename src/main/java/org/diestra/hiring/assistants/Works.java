package org.diestra.hiring.assistants;

import java.util.Comparator;
import java.util.List;
import org.diestra.hiring.samples.SampleCard;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.hiring.talent.Claim;
import org.diestra.platform.base.Area;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's open samples, area by area in the order of their page. Those behind the first {@link
 * #PICTURES} pictures are folded away: a browser fetches small pictures long before it comes to
 * them, and the first view is to stay light whatever they show.
 */
final class Works {
  static final int PICTURES = 6;

  private final AssistantCard card;
  private final List<SampleCard> all;
  private final int shown;

  Works(AssistantCard card, List<SampleCard> samples) {
    this.card = card;
    var areas = card.areas().stream().map(Claim::area).toList();
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

  Shelf of(Claim claim) {
    return shelf(claim.area());
  }

  /** Samples of areas that the profile does not name. */
  Shelf others() {
    return shelf(null);
  }

  private Shelf shelf(@Nullable Area area) {
    return new Shelf(of(all.subList(0, shown), area), of(all.subList(shown, all.size()), area));
  }

  private List<SampleCard> of(List<SampleCard> some, @Nullable Area area) {
    return some.stream()
        .filter(s -> area == null ? card.claim(s.area()).isEmpty() : s.area() == area)
        .toList();
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
