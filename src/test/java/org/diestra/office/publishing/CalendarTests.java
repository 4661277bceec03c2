package org.diestra.office.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Standing;
import org.diestra.office.publishing.Posts.Aim;
import org.junit.jupiter.api.Test;

/** A month and a week of posts before people. */
class CalendarTests extends Newsroom {
  @Test
  void aDayShowsItsFirstPostsAndHowManyMoreThereAre() throws Exception {
    var x = channel(Kind.X, "", Standing.NONE);
    var other = channel(Kind.LINKEDIN, "", Standing.NONE);
    for (int i = 1; i <= 6; i++) {
      write(assistant, x, "Number " + i, Aim.DRAFT);
    }
    write(assistant, other, "Another channel", Aim.DRAFT);
    var zone = desk(owner).pass().workspace().zone();
    var page = "/w/" + room + "/publishing?at=" + LocalDate.ofInstant(soon(), zone);
    var month = text(owner, page + "&view=month");
    assertThat(posts(month)).isEqualTo(4);
    assertThat(month).contains("and 3 more");
    assertThat(posts(text(owner, page + "&view=week"))).isEqualTo(7);
    var one = text(owner, page + "&view=month&channel=" + other.id());
    assertThat(posts(one)).isEqualTo(1);
    assertThat(one).contains("Another channel").doesNotContainPattern("and (one|\\d+) more");
  }

  private static long posts(String html) {
    return Pattern.compile("class=\"plan-post\"").matcher(html).results().count();
  }
}
