package org.diestra.office.dataentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.diestra.office.dataentry.Batch.Item;
import org.diestra.office.tables.Table;
import org.diestra.office.tables.TablesDesk;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A batch, two who key it in, and a third who judges. */
abstract class KeyingDesk extends TablesDesk {
  @Autowired protected Batches batches;
  @Autowired protected Keying keying;
  @Autowired protected Judging judging;
  @Autowired protected ValueStore values;
  @Autowired protected DataentryWaits waits;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected TransactionTemplate transaction;
  protected Viewer second;
  protected Viewer judge;
  protected String href;
  protected Table table;

  @BeforeEach
  @Override
  protected void aWorkspace() {
    super.aWorkspace();
    second = people.assistant("Bea");
    judge = people.assistant("Carla");
    works(second, Area.DATA_ENTRY);
    works(judge, Area.DATA_ENTRY);
  }

  protected void opened(int records, String mode) throws Exception {
    href = opened(owner, "Notes", "Name:text", "Sum:money", "Day:date");
    table = table(href);
    var answer =
        send(
            owner,
            page + "/batches/new",
            "name",
            "November",
            "table",
            href.substring(href.lastIndexOf('/') + 1),
            "mode",
            mode,
            "each",
            String.valueOf(records),
            "first",
            assistant.id().toString(),
            "second",
            second.id().toString(),
            "judge",
            judge.id().toString(),
            "tolerance",
            "0",
            "agreed",
            "50");
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    href = String.valueOf(answer.getRedirectedUrl());
  }

  protected <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value())
        .call(() -> Objects.requireNonNull(transaction.execute(tx -> action.get())));
  }

  protected Batch batch() {
    var id = BatchId.of(href.substring(href.lastIndexOf('/') + 1));
    return as(owner, () -> batches.get(room, id));
  }

  /** What the source of that record says. */
  protected static Map<Integer, String> truth(int place) {
    var cells = new HashMap<Integer, String>();
    cells.put(1, "Note " + place);
    cells.put(2, place + ".50");
    cells.put(3, "2026-11-%02d".formatted(place % 30 + 1));
    return cells;
  }

  protected void key(Viewer viewer, int field, IntFunction<String> slip) {
    var pass = as(viewer, () -> tables.enter(viewer, room));
    var batch = batch();
    for (var item = as(viewer, () -> keying.next(pass, batch));
        item.isPresent();
        item = as(viewer, () -> keying.next(pass, batch()))) {
      var cells = truth(item.get().place());
      var wrong = slip.apply(item.get().place());
      if (wrong != null) {
        cells.put(field, wrong);
      }
      UUID id = item.get().id();
      assertThat(as(viewer, () -> keying.key(pass, batch, table, id, cells, cells, 4_000)))
          .isInstanceOf(Outcome.Done.class);
    }
  }

  protected void size(int rows) {
    as(
        owner,
        () ->
            jdbc.sql("update tables.sheet set size = :rows where id = :id")
                .param("rows", rows)
                .param("id", table.id().value())
                .update());
  }

  protected static Item seen(Item item) {
    return new Item(item.id(), item.place(), item.source(), item.doubled(), true, item.sampled());
  }
}
