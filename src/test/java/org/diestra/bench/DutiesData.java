package org.diestra.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.diestra.platform.base.Ids;

/** Fills the demo's bookshop with more than anybody would by hand, past triggers and keys. */
final class DutiesData implements AutoCloseable {
  /** In which the posts are, and the last entries. */
  static final LocalDate MONTH = LocalDate.of(2026, 3, 1);

  private final Connection database;

  DutiesData(Connection database) throws SQLException {
    this.database = database;
    execute("set session_replication_role = replica");
  }

  /** As many rows as that, from those that it has. */
  void rows(String table, int rows) throws SQLException {
    var id = Ids.require(table);
    try (var count = database.prepareStatement("select size from tables.sheet where id = ?")) {
      count.setObject(1, id);
      var size = count.executeQuery();
      size.next();
      int there = size.getInt(1);
      execute(
          """
          insert into tables.record (id, sheet, workspace, cells, title, words, version, made_by,
            made_at, changed_by, changed_at, k1, k2, k3, k4, k5, k6)
          select gen_random_uuid(), sheet, workspace,
            jsonb_set(cells, '{1}', to_jsonb(title || '-' || copy)), title || '-' || copy, words, 1,
            made_by, made_at, changed_by, changed_at, k1 || '-' || copy, k2, k3, k4, k5, k6
          from generate_series(1, %2$d / %3$d + 1) copy cross join
            (select * from tables.record where sheet = '%1$s' and removed_at is null) r
          limit %2$d
          """
              .formatted(id, Math.max(0, rows - there), there));
      execute(
          "update tables.sheet set size = (select count(*) from tables.record where sheet = id)"
              + " where id = '%s'".formatted(id));
    }
    execute("vacuum analyze tables.record");
  }

  /** As many posts in the month, and as many in each of ten others. */
  void posts(String room, int posts) throws SQLException {
    execute(
        """
        insert into publishing.post (id, workspace, area, channel, key, state, version, since, title,
          text, link, summary, slug, campaign, brief, sources, original, due, hash, written_by, made_by,
          made_at)
        select gen_random_uuid(), c.workspace, c.area, c.id, gen_random_uuid(),
          (array['DRAFT', 'SUBMITTED', 'PUBLISHED', 'FAILED'])[1 + i %% 4], 1, now(), '',
          'Post number ' || i || ' of a busy month, with a text as long as most of them are, so that '
            || 'its beginning has to be cut from the rest of it. ' || repeat('And more. ', 20),
          '', '', '', '', '', '', true,
          cast('%2$s' as timestamptz) + make_interval(months => m, mins => i * 43000 / %3$d),
          repeat('0', 64), c.made_by, c.made_by, now()
        from (select * from channels.channel where workspace = '%1$s' and closed_at is null
            order by id limit 1) c,
          generate_series(0, %3$d - 1) i, generate_series(-10, 0) m
        """
            .formatted(Ids.require(room), MONTH + " 00:05:00+00", posts));
    execute("vacuum analyze publishing.post");
  }

  /** Entries of two lines over the three years before the month's end, with their months' sums. */
  void entries(String room, int entries) throws SQLException {
    var id = Ids.require(room);
    execute(
        """
        insert into bookkeeping.entry (id, workspace, key, day, text, words, state, version, since,
          amount, made_by, made_at, written_by, proposed_by, posted_by, year, number)
        select gen_random_uuid(), b.workspace, gen_random_uuid(),
          greatest(b.begins, cast('%2$s' as date) + 30 - i %% 1000), 'Entry ' || i, 'entry ' || i,
          'POSTED', 3, now(), 100 + i, b.opened_by, now(), b.opened_by, b.opened_by, b.opened_by,
          1900, i + 1
        from books.book b, generate_series(0, %3$d - 1) i where b.workspace = '%1$s'
        """
            .formatted(id, MONTH, entries));
    execute(
        """
        insert into bookkeeping.line (entry, place, workspace, account, amount, note, day, posted)
        select e.id, side.place, e.workspace, accounts.ids[1 + (e.number * side.step)
            %% cardinality(accounts.ids)], side.sign * e.amount, '', e.day, true
        from bookkeeping.entry e,
          (select array_agg(id order by code) as ids from books.account
            where workspace = '%1$s' and posts) accounts,
          (values (1, 1, 7), (2, -1, 11)) side (place, sign, step)
        where e.workspace = '%1$s' and e.year = 1900
        """
            .formatted(id));
    execute("delete from bookkeeping.turnover where workspace = '%s'".formatted(id));
    execute(
        """
        insert into bookkeeping.turnover (workspace, account, month, debit, credit)
        select workspace, account, date_trunc('month', day),
          coalesce(sum(amount) filter (where amount > 0), 0),
          coalesce(-sum(amount) filter (where amount < 0), 0)
        from bookkeeping.line where workspace = '%s' and posted group by 1, 2, 3
        """
            .formatted(id));
    execute("vacuum analyze bookkeeping.entry");
    execute("vacuum analyze bookkeeping.line");
    execute("vacuum analyze bookkeeping.turnover");
  }

  private void execute(String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
