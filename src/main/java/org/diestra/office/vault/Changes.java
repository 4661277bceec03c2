package org.diestra.office.vault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.diestra.office.vault.Item.Head;

/** What a change was about, by short names: of the head, and of the secret's parts. */
final class Changes {
  private Changes() {}

  static List<String> between(Head was, Head now, Secret old, Secret fresh) {
    var changed = new ArrayList<String>();
    if (!was.name().equals(now.name())) {
      changed.add("name");
    }
    if (!was.site().equals(now.site())) {
      changed.add("site");
    }
    if (was.area() != now.area()) {
      changed.add("area");
    }
    if (was.masked() != now.masked()) {
      changed.add("masked");
    }
    if (was.kept() != now.kept()) {
      changed.add("kept");
    }
    Arrays.stream(Field.values())
        .filter(field -> !Objects.equals(old.part(field), fresh.part(field)))
        .map(Field::slug)
        .forEach(changed::add);
    return changed;
  }

  /** Of the message that names it. */
  static String key(String name, Kind kind) {
    return switch (name) {
      case "name" -> "vault.name";
      case "site" -> "vault.site." + kind.slug();
      case "area" -> "vault.area";
      case "masked" -> "vault.masked.badge";
      case "kept" -> "vault.kept.badge";
      default -> "vault.field." + name;
    };
  }
}
