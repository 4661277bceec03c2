package org.diestra.office.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Minutes of meetings, and what is to be done after them. */
@HouseTest
class MinutesTests extends OfficeDesk {
  private static final Pattern ONE = Pattern.compile("/minutes/[0-9A-Za-z]{22}");
  private static final String SAID =
      "## Decided\n\n<script>alert(1)</script>\n\nIt is **Thursday**.\n\n- [ ] Ask & book the room\n- [x] Call";
  @Autowired Clock clock;
  private UUID contract;
  private String day;

  @BeforeEach
  void somebodyHired() {
    contract = works(assistant, Area.ADMIN);
    day = LocalDate.ofInstant(clock.instant(), workspaces.get(room).zone()).toString();
  }

  private String page() {
    return "/w/" + room + "/minutes";
  }

  private String written(String title) throws Exception {
    var answer =
        send(
            assistant,
            page(),
            "title",
            title,
            "day",
            day,
            "present",
            "Lucía, Rosa",
            "body",
            SAID,
            "seen",
            "0");
    assertThat(answer.getStatus()).isEqualTo(302);
    var to = answer.getRedirectedUrl();
    assertThat(to).isNotNull();
    return to;
  }

  @Test
  void whatIsToBeDoneBeginsATaskOfAContractThere() throws Exception {
    var one = written("Reading evening");
    assertThat(text(owner, page())).contains("Reading evening", "Lucía, Rosa");
    assertThat(text(owner, one))
        .contains("<strong>Thursday</strong>", "Task for Rosa")
        .contains(
            "/contracts/"
                + Ids.text(contract)
                + "/tasks/new?title=Ask+%26+book+the+room&amp;brief=From+the+minutes")
        .doesNotContain("<script>alert");
    assertThat(text(assistant, one)).contains("Tarea para Rosa");
  }

  @Test
  void ofTwoWhoWriteTheSecondIsTold() throws Exception {
    var one = written("Reading evening");
    var fields =
        new String[] {"title", "Other", "day", day, "present", "", "body", "Else", "seen", "1"};
    assertThat(send(owner, one, fields).getStatus()).isEqualTo(302);
    var second = send(assistant, one, fields);
    assertThat(second.getStatus()).isEqualTo(409);
    assertThat(second.getContentAsString()).contains("Else");
    fields[3] = "tomorrow";
    assertThat(send(owner, one, fields).getStatus()).isEqualTo(422);
  }

  @Test
  void whatIsThrownAwayComesBackAndNobodyElseSeesAny() throws Exception {
    var one = written("Reading evening");
    var other = people.assistant("Noor");
    works(other, Area.BOOKKEEPING);
    assertThat(show(other, page()).getStatus()).isEqualTo(404);
    assertThat(show(other, one).getStatus()).isEqualTo(404);
    assertThat(send(owner, one + "/removal").getStatus()).isEqualTo(302);
    assertThat(show(owner, one).getStatus()).isEqualTo(404);
    assertThat(ONE.matcher(text(owner, page())).find()).isFalse();
    assertThat(send(owner, one + "/return").getStatus()).isEqualTo(302);
    assertThat(text(owner, one)).contains("Reading evening");
  }
}
