package org.diestra.office.files;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** By what a list of files is sorted; folders always come first. */
enum Order {
  NAME(Comparator.comparing(entry -> entry.name().toLowerCase(Locale.ROOT))),
  CHANGED(Comparator.comparing(Entry::modified).reversed()),
  SIZE(Comparator.comparingLong(Entry::size).reversed());

  private final Comparator<Entry> comparator;

  Order(Comparator<Entry> comparator) {
    this.comparator = comparator;
  }

  /** As it stands in an address. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Order read(String slug) {
    return List.of(values()).stream().filter(o -> o.slug().equals(slug)).findFirst().orElse(NAME);
  }

  List<Entry> sorted(List<Entry> entries) {
    var foldersFirst = Comparator.comparing(Entry::collection).reversed();
    return entries.stream().sorted(foldersFirst.thenComparing(comparator)).toList();
  }
}
