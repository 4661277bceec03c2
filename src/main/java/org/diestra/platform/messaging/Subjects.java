package org.diestra.platform.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.messaging.ThreadSubjects.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** All kinds of things that modules let people talk about. Their modules need us: asked late. */
@Component
class Subjects {
  private final SingletonSupplier<Map<String, ThreadSubjects>> all;

  Subjects(ObjectProvider<ThreadSubjects> all) {
    this.all =
        SingletonSupplier.of(() ->
            all.stream().collect(Collectors.toMap(ThreadSubjects::name, Function.identity())));
  }

  /**
   * @throws IllegalArgumentException if no module has such things
   */
  ThreadSubjects named(String name) {
    var found = all.obtain().get(name);
    if (found == null) {
      throw new IllegalArgumentException("no module lets people talk about " + name);
    }
    return found;
  }

  /**
   * @throws NotFound where the viewer may not see what it is about
   */
  Subject of(Viewer viewer, Talk talk) {
    return find(viewer, talk).orElseThrow(NotFound::new);
  }

  Optional<Subject> find(Viewer viewer, Talk talk) {
    return Optional.ofNullable(of(viewer, List.of(talk)).get(talk.id()));
  }

  /** Of many, asking each module once; threads that the viewer may not see are left out. */
  Map<ThreadId, Subject> of(Viewer viewer, Collection<Talk> talks) {
    var found = new HashMap<ThreadId, Subject>();
    talks.stream()
        .collect(Collectors.groupingBy(Talk::subjects))
        .forEach((name, some) -> {
          var module = all.obtain().get(name);
          if (module != null) {
            var things = module.of(viewer, some.stream().map(Talk::thing).toList());
            for (var talk : some) {
              Optional.ofNullable(things.get(talk.thing()))
                  .ifPresent(subject -> found.put(talk.id(), subject));
            }
          }
        });
    return found;
  }
}
