package org.diestra.hiring.briefs;

import static org.diestra.hiring.briefs.Prompt.line;
import static org.diestra.hiring.briefs.Prompt.many;
import static org.diestra.hiring.briefs.Prompt.one;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.platform.base.Area;

/** The questions of each area: few, and those whose answers change a price. */
public final class Prompts {
  private static final Map<String, Prompt> BY_ID =
      Stream.of(Area.values())
          .flatMap(area -> of(area).stream())
          .collect(Collectors.toUnmodifiableMap(Prompt::id, Function.identity()));

  private Prompts() {}

  public static List<Prompt> of(Area area) {
    return switch (area) {
      case ADMIN -> admin(area);
      case BOOKKEEPING -> bookkeeping(area);
      case SOCIAL -> social(area);
      case BLOG -> blog(area);
      case TRAVEL -> travel(area);
      case APPOINTMENTS -> appointments(area);
      case DATA_ENTRY -> dataEntry(area);
      case FILES -> files(area);
    };
  }

  /** The questions of several areas, in the areas' order. */
  public static List<Prompt> of(Collection<Area> areas) {
    return areas.stream().sorted().flatMap(area -> of(area).stream()).toList();
  }

  /** Empty for a question that is asked no more. */
  public static Optional<Prompt> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  private static List<Prompt> admin(Area area) {
    return List.of(
        many(area, "work", "inbox", "replies", "documents", "research", "orders", "calls"),
        line(area, "tools"),
        line(area, "volume"),
        one(area, "answer", "hours", "same-day", "next-day"));
  }

  private static List<Prompt> bookkeeping(Area area) {
    return List.of(
        many(area, "work", "receipts", "invoices", "bank", "reminders", "tax", "payroll"),
        line(area, "software"),
        line(area, "volume"),
        one(area, "rhythm", "weekly", "monthly", "quarterly"),
        one(area, "adviser", "yes", "no", "unsure"));
  }

  private static List<Prompt> social(Area area) {
    return List.of(
        many(area, "networks", "instagram", "facebook", "tiktok", "linkedin", "youtube", "other"),
        line(area, "posts"),
        one(area, "material", "ours", "theirs", "both"),
        one(area, "replies", "yes", "no"),
        one(area, "approval", "each", "plan", "free"));
  }

  private static List<Prompt> blog(Area area) {
    return List.of(
        line(area, "articles"),
        line(area, "topics"),
        one(area, "ideas", "ours", "theirs", "both"),
        one(area, "publish", "text", "website"),
        line(area, "model"));
  }

  private static List<Prompt> travel(Area area) {
    return List.of(
        many(area, "work", "flights", "trains", "hotels", "cars", "visas", "events"),
        line(area, "travellers"),
        line(area, "rules"),
        one(area, "booking", "research", "after-ok", "within-limit"),
        one(area, "reach", "office", "on-the-road"));
  }

  private static List<Prompt> appointments(Area area) {
    return List.of(
        one(area, "calendar", "google", "microsoft", "apple", "here", "paper"),
        many(area, "with", "customers", "suppliers", "colleagues", "candidates"),
        many(area, "channels", "email", "phone", "chat", "form"),
        line(area, "volume"),
        line(area, "rules"));
  }

  private static List<Prompt> dataEntry(Area area) {
    return List.of(
        many(area, "source", "scans", "pdf", "web", "spreadsheets", "forms"),
        line(area, "target"),
        line(area, "volume"),
        one(area, "check", "twice", "sample", "none"),
        one(area, "personal", "none", "contact", "sensitive"));
  }

  private static List<Prompt> files(Area area) {
    return List.of(
        many(area, "where", "drive", "dropbox", "onedrive", "server", "paper"),
        many(area, "work", "order", "rename", "duplicates", "scan", "archive", "access"),
        line(area, "amount"),
        one(area, "scheme", "have", "make", "unsure"));
  }
}
