package org.diestra.office.publishing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.diestra.office.publishing.Content.Picture;
import org.diestra.office.publishing.Written.Brief;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A post as a browser sends it.
 *
 * @param key of the form
 * @param seen the version that it was made from, 0 for a new one
 * @param channels by their ids
 * @param when {@code slot} for the channel's next free time, {@code time}, or {@code none}
 * @param files of new pictures
 * @param kept of those that were there
 * @param words about pictures, by their ids: what is shown, and whose it is
 */
record PostForm(
    String key,
    int seen,
    List<String> channels,
    String title,
    String text,
    String link,
    String summary,
    String slug,
    String campaign,
    String brief,
    String goal,
    String sources,
    boolean original,
    String when,
    String date,
    String time,
    List<String> files,
    List<String> kept,
    Map<String, Words> words) {
  /** What is said of a picture. */
  record Words(String alt, String credit) {
    static final Words NONE = new Words("", "");
  }

  static PostForm fresh(List<String> channels, @Nullable Instant at, ZoneId zone) {
    var local = at == null ? null : at.atZone(zone);
    return new PostForm(
        Ids.text(Ids.fresh()),
        0,
        channels,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        false,
        local == null ? "slot" : "time",
        local == null ? "" : local.toLocalDate().toString(),
        local == null ? "" : local.toLocalTime().withSecond(0).withNano(0).toString(),
        List.of(),
        List.of(),
        Map.of());
  }

  static PostForm of(Post post, ZoneId zone) {
    var content = post.content();
    var brief = post.written().brief();
    var due = post.due() == null ? null : post.due().atZone(zone);
    var kept = content.pictures().stream().map(p -> p.file().toString()).toList();
    var words = new LinkedHashMap<String, Words>();
    content.pictures().forEach(p -> words.put(p.file().toString(), new Words(p.alt(), p.credit())));
    return new PostForm(
        Ids.text(Ids.fresh()),
        post.version(),
        List.of(post.channel().toString()),
        content.title(),
        content.text(),
        content.link(),
        content.summary(),
        content.slug(),
        post.written().campaign(),
        brief.text(),
        brief.goal() == null ? "" : String.valueOf(brief.goal()),
        brief.sources(),
        brief.original(),
        due == null ? "none" : "time",
        due == null ? "" : due.toLocalDate().toString(),
        due == null ? "" : due.toLocalTime().toString(),
        List.of(),
        kept,
        words);
  }

  static PostForm of(MultiValueMap<String, String> sent) {
    var words = new LinkedHashMap<String, Words>();
    for (var name : sent.keySet()) {
      if (name.startsWith("alt-") && words.size() < 40) {
        var id = name.substring(4);
        words.put(id, new Words(first(sent, name), first(sent, "credit-" + id)));
      }
    }
    var drop = sent.getOrDefault("drop", List.of());
    var seen = first(sent, "seen");
    return new PostForm(
        first(sent, "key"),
        seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : 0,
        List.copyOf(sent.getOrDefault("channels", List.of())),
        first(sent, "title"),
        first(sent, "text"),
        first(sent, "link"),
        first(sent, "summary"),
        first(sent, "slug"),
        first(sent, "campaign"),
        first(sent, "brief"),
        first(sent, "goal"),
        first(sent, "sources"),
        first(sent, "original").equals("true"),
        first(sent, "when"),
        first(sent, "date"),
        first(sent, "time"),
        without(sent.getOrDefault("files", List.of()), drop),
        without(sent.getOrDefault("kept", List.of()), drop),
        words);
  }

  private static String first(MultiValueMap<String, String> sent, String name) {
    return Objects.requireNonNullElse(sent.getFirst(name), "");
  }

  private static List<String> without(List<String> all, List<String> drop) {
    return all.stream().filter(one -> !drop.contains(one)).limit(20).toList();
  }

  PostForm withFiles(List<String> now) {
    return new PostForm(
        key,
        seen,
        channels,
        title,
        text,
        link,
        summary,
        slug,
        campaign,
        brief,
        goal,
        sources,
        original,
        when,
        date,
        time,
        List.copyOf(now),
        kept,
        words);
  }

  UUID keyed() {
    return Ids.read(key).orElse(Ids.fresh());
  }

  Words said(String file) {
    return words.getOrDefault(file, Words.NONE);
  }

  /**
   * Its words, within their bounds; without a time.
   *
   * @param files that really are the writer's, or the post's, in order
   */
  @Nullable Written read(List<BlobId> pictures, @Nullable Instant due, Problems problems) {
    var typed = new Typed(problems);
    var shown = new ArrayList<Picture>();
    for (var file : pictures) {
      var said = said(file.toString());
      shown.add(
          new Picture(
              file,
              typed.line("alt-" + file, said.alt(), Picture.LONGEST_ALT),
              typed.line("credit-" + file, said.credit(), Picture.LONGEST_CREDIT)));
    }
    var href = typed.line("link", link, Content.LONGEST_LINK);
    if (!href.isEmpty() && !Content.address(href)) {
      problems.add("link", "publishing.link.wrong");
    }
    var called = typed.line("slug", slug, 200);
    if (!called.isEmpty() && !called.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      problems.add("slug", "publishing.slug.wrong");
    }
    var content =
        new Content(
            typed.line("title", title, Content.LONGEST_TITLE),
            typed.text("text", text, Content.LONGEST_TEXT),
            href,
            typed.text("summary", summary, Content.LONGEST_SUMMARY),
            called,
            shown);
    var about =
        new Brief(
            typed.text("brief", brief, Brief.LONGEST),
            typed.number("goal", goal, 1, 100_000, "publishing.goal.wrong"),
            typed.text("sources", sources, Brief.LONGEST),
            original);
    var tag = typed.line("campaign", campaign, Written.LONGEST_CAMPAIGN);
    return problems.any() ? null : new Written(content, due, tag, about);
  }

  /** The time that it names, on that clock; null where it names none. */
  @Nullable Instant time(ZoneId zone, Problems problems) {
    if (!when.equals("time")) {
      return null;
    }
    try {
      var day = LocalDate.parse(date.strip());
      if (day.getYear() < 2000 || day.getYear() > 2200) {
        throw new DateTimeException(date);
      }
      return day.atTime(LocalTime.parse(time.strip()).withSecond(0).withNano(0))
          .atZone(zone)
          .toInstant();
    } catch (DateTimeException none) {
      problems.add("date", "publishing.date.wrong");
      return null;
    }
  }
}
