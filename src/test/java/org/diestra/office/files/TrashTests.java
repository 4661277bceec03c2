package org.diestra.office.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diestra.HouseTest;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.data.Caller;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was deleted, after its time. */
@HouseTest
class TrashTests extends FileDesk {
  @Autowired private Trash trash;
  @Autowired private HouseRights house;
  @Autowired private JdbcClient jdbc;

  @Test
  void afterThirtyDaysItIsGoneWithItsVersionsAndNothingElse() throws Exception {
    put("old.txt", "0123456789");
    put("old.txt", "01234");
    put("new.txt", "012");
    ask("DELETE", "old.txt", "");
    ask("DELETE", "new.txt", "");
    assertThat(used()).isEqualTo(18);
    age("old.txt");
    Caller.house().run(() -> trash.sweep());
    assertThat(names()).isEqualTo(List.of("new.txt"));
    assertThat(used()).isEqualTo(3);
  }

  @Test
  void whatWasDeletedBeforeItsFolderOutlivesIt() throws Exception {
    ask("MKCOL", "In", "");
    put("In/a.txt", "a");
    put("In/b.txt", "bb");
    ask("DELETE", "In/a.txt", "");
    ask("DELETE", "In", "");
    age("In");
    Caller.house().run(() -> trash.sweep());
    assertThat(names()).isEqualTo(List.of("a.txt"));
    var left = asOwner(() -> trash.of(pass(), null)).getFirst().entry();
    asOwner(() -> trash.restore(pass(), left.key()));
    assertThat(get("a.txt").body()).isEqualTo("a");
    assertThat(used()).isEqualTo(1);
  }

  private void age(String name) {
    int aged =
        house.call(() ->
            jdbc.sql(
                    """
                    update files.entry set trashed_at = trashed_at - interval '31 days'
                    where workspace = :workspace and name = :name and trash = id
                    """)
                .param("workspace", room.value())
                .param("name", name)
                .update());
    assertThat(aged).isEqualTo(1);
  }

  private List<String> names() {
    return asOwner(() -> trash.of(pass(), null)).stream().map(t -> t.entry().name()).toList();
  }

  private Pass pass() {
    return workspaces.enter(owner, room);
  }

  private <T> T asOwner(ScopedValue.CallableOp<T, RuntimeException> deed) {
    return Caller.person(owner.id().value()).call(deed);
  }
}
