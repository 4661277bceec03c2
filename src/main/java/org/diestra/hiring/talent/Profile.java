package org.diestra.hiring.talent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.WorkWeek;
import org.jspecify.annotations.Nullable;

/**
 * Everything an assistant told about the own work, as they edit it and as the public page shows it.
 *
 * @param title at most 100 characters; empty while a draft
 * @param summary Markdown, at most 4,000 characters
 * @param freeHours hours a week, 1–80, or null
 * @param publishedAt since when everybody may see it; null while it is a draft
 */
public record Profile(
    PersonId person,
    Handle handle,
    String title,
    String summary,
    List<Evidence> areas,
    List<Fluency> languages,
    WorkWeek week,
    @Nullable Integer freeHours,
    @Nullable LocalDate awayUntil,
    @Nullable Money rate,
    List<Service> services,
    List<Post> history,
    Rating rating,
    @Nullable Instant publishedAt,
    Instant since) {

  static final int MOST_LANGUAGES = 10;
  static final int MOST_SERVICES = 12;
  static final int MOST_POSTS = 20;

  /** An area with what stands behind it. */
  public record Evidence(Area area, int years, List<String> tools, @Nullable Reference reference) {
    public Evidence {
      tools = List.copyOf(tools);
    }
  }

  /**
   * Somebody who can speak for the work. Clients read the relation; name and contact are for the
   * house alone.
   */
  public record Reference(String name, String relation, String contact) {}

  /**
   * Something done for a fixed price.
   *
   * @param included what the price covers
   * @param days until it is done, 1–90
   */
  public record Service(ItemId id, String title, String included, Money price, int days) {}

  /**
   * One place of work.
   *
   * @param to the last month, or null while it lasts
   * @param office whether it was as a secretary or in an office
   */
  public record Post(
      ItemId id,
      String title,
      String employer,
      YearMonth from,
      @Nullable YearMonth to,
      boolean office,
      String what) {}

  /** Which service or post of a profile it is. */
  public record ItemId(UUID value) {
    static ItemId fresh() {
      return new ItemId(Ids.fresh());
    }

    public static ItemId of(String text) {
      return new ItemId(Ids.require(text));
    }

    @Override
    public String toString() {
      return Ids.text(value);
    }
  }

  public boolean published() {
    return publishedAt != null;
  }

  Optional<Evidence> in(Area area) {
    return areas.stream().filter(e -> e.area() == area).findFirst();
  }

  /** What a client must know before anything else; without it a profile can't be shown. */
  boolean presentable() {
    return !title.isBlank() && !areas.isEmpty() && !languages.isEmpty() && week.size() > 0;
  }
}
