package org.diestra.platform.dav;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Properties that programs set and nobody here understands. They go with their thing. */
@Repository
public class DeadProperties {
  /** So many may one thing have. */
  static final int MOST = 100;

  /** Characters of markup that one may have, and all of a thing together. */
  static final int LONGEST = 64_000;

  /** Characters of markup in memory. */
  private static final int ROOM = 16_000_000;

  private static final int AT_ONCE = 200; // rows on their way
  private final JdbcClient jdbc;

  DeadProperties(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The markup of each, by its name, of each thing; in one statement.
   *
   * @param wanted only those, or null for all
   * @throws DavFault 507 for more than memory bears, as nothing may be said to be missing that is
   *     there
   */
  Map<UUID, Map<QName, String>> of(Collection<UUID> things, @Nullable Set<QName> wanted) {
    var found = new HashMap<UUID, Map<QName, String>>();
    var taken = new AtomicInteger();
    jdbc.sql(
            """
            select * from dav.property where resource = any (:things)
              and (:all or (namespace, name) in (select w.namespace, w.name
                from unnest(cast(:namespaces as text[]), cast(:names as text[]))
                  as w(namespace, name)))
            order by resource, namespace, name
            """)
        .param("things", things.toArray(UUID[]::new))
        .param("all", wanted == null)
        .param("namespaces", texts(wanted, QName::getNamespaceURI))
        .param("names", texts(wanted, QName::getLocalPart))
        .withFetchSize(AT_ONCE)
        .query(r -> {
          var markup = text(r, "markup");
          if (taken.addAndGet(markup.length()) > ROOM) {
            throw new DavFault(507);
          }
          found
              .computeIfAbsent(id(r, "resource"), thing -> new LinkedHashMap<>())
              .put(new QName(text(r, "namespace"), text(r, "name")), markup);
        });
    return found;
  }

  private static String[] texts(@Nullable Set<QName> names, Function<QName, String> part) {
    return names == null ? new String[0] : names.stream().map(part).toArray(String[]::new);
  }

  void set(UUID thing, Element property) {
    jdbc.sql(
            """
            insert into dav.property (resource, namespace, name, markup)
            values (:thing, :namespace, :name, :markup)
            on conflict (resource, namespace, name) do update set markup = excluded.markup
            """)
        .param("thing", thing)
        .param("namespace", property.name().getNamespaceURI())
        .param("name", property.name().getLocalPart())
        .param("markup", property.markup())
        .update();
  }

  void remove(UUID thing, QName name) {
    jdbc.sql(
            """
            delete from dav.property
            where resource = :thing and namespace = :namespace and name = :name
            """)
        .param("thing", thing)
        .param("namespace", name.getNamespaceURI())
        .param("name", name.getLocalPart())
        .update();
  }

  /**
   * Gives copies what their originals have, in place of what they had themselves.
   *
   * @param copies the id of each copy, by that of its original
   */
  void copy(Map<UUID, UUID> copies) {
    var from = copies.keySet().toArray(UUID[]::new);
    var to = copies.values().toArray(UUID[]::new);
    forget(copies.values());
    jdbc.sql(
            """
            insert into dav.property (resource, namespace, name, markup)
            select c.copy, p.namespace, p.name, p.markup
            from unnest(cast(:from as uuid[]), cast(:to as uuid[])) as c(original, copy)
            join dav.property p on p.resource = c.original
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }

  /** One thing takes another's place: what it has it brings, what only the other had stays. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hand(UUID from, UUID to) {
    jdbc.sql(
            """
            with brought as (
              delete from dav.property where resource = :from returning namespace, name, markup)
            insert into dav.property (resource, namespace, name, markup)
            select :to, namespace, name, markup from brought
            on conflict (resource, namespace, name) do update set markup = excluded.markup
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }

  /** These things are gone for good; in the transaction that takes them away. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(Collection<UUID> things) {
    jdbc.sql("delete from dav.property where resource = any(:things)")
        .param("things", things.toArray(UUID[]::new))
        .update();
  }
}
