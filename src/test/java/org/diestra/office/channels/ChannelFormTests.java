package org.diestra.office.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.junit.jupiter.api.Test;

class ChannelFormTests {

  private static Manner manner(Kind kind) {
    var sent =
        Map.of(
            "name", "Blog",
            "address", "https://example.com",
            "account", "shop",
            "secret", "a long enough secret",
            "manner", "ahead");
    var room = new WorkspaceId(Ids.fresh());
    return ChannelForm.read(kind, sent).read(room, null, new Problems()).manner();
  }

  /** Where nothing is handed over ahead, whatever a browser sends, posts wait for their minute. */
  @Test
  void onlyASiteTakesWhatIsStillToCome() {
    assertThat(manner(Kind.WORDPRESS)).isEqualTo(Manner.AHEAD);
    for (var kind : new Kind[] {Kind.FEED, Kind.MASTODON, Kind.LINKEDIN}) {
      assertThat(manner(kind)).isEqualTo(Manner.LIVE);
    }
  }
}
