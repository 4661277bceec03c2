package org.diestra.platform.notifications;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** All kinds of news that modules declare. Looked for when first asked: their modules need us. */
@Component
class Kinds {
  private final SingletonSupplier<Map<String, NoticeKind>> all;

  Kinds(ObjectProvider<NoticeKind> kinds) {
    all =
        SingletonSupplier.of(
            () -> kinds.stream().collect(Collectors.toMap(NoticeKind::id, Function.identity())));
  }

  /**
   * @throws IllegalArgumentException if no module declares it
   */
  NoticeKind get(String id) {
    var kind = all.obtain().get(id);
    if (kind == null) {
      throw new IllegalArgumentException("no module has a kind of news named " + id);
    }
    return kind;
  }

  boolean has(String id) {
    return all.obtain().containsKey(id);
  }

  Collection<NoticeKind> all() {
    return all.obtain().values();
  }

  /** Those that can concern the viewer, under their headings, in the order of the topics. */
  Map<Topic, List<NoticeKind>> byTopic(Viewer viewer) {
    return all.obtain().values().stream()
        .filter(kind -> kind.canConcern(viewer))
        .sorted(Comparator.comparing(NoticeKind::id))
        .collect(
            Collectors.groupingBy(
                NoticeKind::topic, () -> new EnumMap<>(Topic.class), Collectors.toList()));
  }
}
