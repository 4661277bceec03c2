package org.diestra.office.dues;

import static org.diestra.platform.data.Row.integer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diestra.office.dues.Dues.Asked;
import org.diestra.office.workspaces.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which papers money may pay. */
@Repository
class CandidateStore {
  private static final int FEW = 3; // for each line
  private static final int LOOKED_AT = 2_000; // open papers, the first due first
  private final JdbcClient jdbc;

  CandidateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A paper comes into question where the amount is what is left of it, or where the bank's words
   * name its number, or the money is from or to its party's account and not more than is left. What
   * more of these says so stands first, then what is due first.
   */
  Map<Integer, List<Standing>> of(WorkspaceId workspace, List<Asked> lines) {
    var found = new HashMap<Integer, List<Standing>>();
    jdbc.sql(
            """
            with l as (
              select * from unnest(cast(:places as int[]), cast(:amounts as bigint[]), :words, :counters)
                as l(place, amount, words, counter)),
            d as (
              select d.*, p.iban, p.folded as party_folded,
                case d.side when 'CUSTOMER' then d.amount - d.settled else d.settled - d.amount end as rest
              from dues.standing d join dues.party p on p.id = d.party
              where d.workspace = :workspace and d.settled <> d.amount and not d.undone
                and d.state in ('POSTED', 'PROPOSED')
              order by d.due_on, d.id limit :looked),
            c as (
              select l.place, d.*,
                (d.rest = l.amount)::int * 2
                + (length(d.folded) >= 3 and strpos(l.words, d.folded) > 0)::int * 3
                + (d.iban <> '' and d.iban = l.counter)::int * 2
                + (length(d.party_folded) >= 3 and strpos(l.words, d.party_folded) > 0)::int * 2 as score
              from l join d on sign(d.rest) = sign(l.amount) and abs(d.rest) >= abs(l.amount)),
            r as (
              select c.*, row_number() over (partition by place
                order by score desc, rest = (select amount from l where l.place = c.place) desc,
                  due_on, id) as rank
              from c where score >= 2)
            select * from r where rank <= :few order by place, rank
            """)
        .param("workspace", workspace.value())
        .param("places", lines.stream().map(l -> String.valueOf(l.place())).toArray(String[]::new))
        .param(
            "amounts",
            lines.stream().map(l -> String.valueOf(l.amount().minor())).toArray(String[]::new))
        .param("words", lines.stream().map(Asked::folded).toArray(String[]::new))
        .param("counters", lines.stream().map(Asked::counter).toArray(String[]::new))
        .param("looked", LOOKED_AT)
        .param("few", FEW)
        .query(r -> {
          found
              .computeIfAbsent(integer(r, "place"), k -> new ArrayList<>())
              .add(DueStore.standing(r));
        });
    return found;
  }

  /**
   * All that money of that direction could pay, and correctives that go off it; the first due
   * first.
   */
  List<Standing> payable(WorkspaceId workspace, boolean came, int most) {
    return jdbc.sql(
            """
            select * from dues.standing
            where workspace = :workspace and settled <> amount and not undone
              and state in ('POSTED', 'PROPOSED') and (((side = 'CUSTOMER') = (amount > 0)) = :came or amount < 0)
            order by due_on, id limit :most
            """)
        .param("workspace", workspace.value())
        .param("came", came)
        .param("most", most)
        .query((r, n) -> DueStore.standing(r))
        .list();
  }
}
