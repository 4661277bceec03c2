package org.diestra.office.contacts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cards that may be of one person. */
@Repository
class TwinStore {
  private static final int MOST_ALIKE = 10; // who shares a trait with more is told by it no more
  private final JdbcClient jdbc;

  TwinStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One of two. */
  record Side(CardId id, String title, String organisation, String mail, String phone) {}

  /**
   * @param trait what both have: {@code m:}, {@code n:} or {@code p:} and the thing itself
   */
  record Pair(Side one, Side other, String trait) {
    /** A message that says why. */
    String why() {
      return "contacts.twins.why." + trait.charAt(0);
    }
  }

  /** Two and two, by title; nobody has said of them that they are two. */
  List<Pair> pairs(WorkspaceId workspace, int most) {
    return jdbc.sql(
            """
            with shared as (select trait from contacts.trait where workspace = :w
                group by trait having count(*) between 2 and :alike),
              pairs as (select a.card as one, b.card as other, min(a.trait) as trait
                from shared s
                join contacts.trait a on a.workspace = :w and a.trait = s.trait
                join contacts.trait b on b.workspace = :w and b.trait = s.trait
                  and a.card < b.card
                group by a.card, b.card)
            select p.one, p.other, p.trait, c.title, c.organisation, c.mail, c.phone,
              d.title as title2, d.organisation as organisation2, d.mail as mail2,
              d.phone as phone2
            from pairs p
            join contacts.card c on c.id = p.one join contacts.card d on d.id = p.other
            where not exists (select from contacts.apart x where x.one = p.one and x.other = p.other)
            order by c.sort, p.one, p.other limit :most
            """)
        .param("w", workspace.value())
        .param("alike", MOST_ALIKE)
        .param("most", most)
        .query((r, n) ->
            new Pair(
                new Side(
                    new CardId(id(r, "one")),
                    text(r, "title"),
                    text(r, "organisation"),
                    text(r, "mail"),
                    text(r, "phone")),
                new Side(
                    new CardId(id(r, "other")),
                    text(r, "title2"),
                    text(r, "organisation2"),
                    text(r, "mail2"),
                    text(r, "phone2")),
                text(r, "trait")))
        .list();
  }

  /** Which of these traits some card has. */
  Set<String> known(WorkspaceId workspace, Collection<String> traits) {
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct trait from contacts.trait
                where workspace = :w and trait = any (:traits)
                """)
            .param("w", workspace.value())
            .param("traits", traits.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /** Somebody has looked at both: they are two. */
  void apart(WorkspaceId workspace, CardId one, CardId other, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into contacts.apart (workspace, one, other, said_by, said_at)
            values (:w, least(:one, :other), greatest(:one, :other), :by, :now)
            on conflict do nothing
            """)
        .param("w", workspace.value())
        .param("one", one.value())
        .param("other", other.value())
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }
}
