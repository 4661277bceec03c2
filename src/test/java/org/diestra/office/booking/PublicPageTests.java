package org.diestra.office.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.diestra.platform.data.Row;
import org.junit.jupiter.api.Test;

/** What the public page keeps from whom. */
class PublicPageTests extends BookingShop {
  @Test
  void whatCantBeReadIsNotOffered() throws Exception {
    service("Consulta");
    ownCalendar(owner);
    var broken =
        house.call(() ->
            jdbc.sql(
                    """
                    with o as (insert into calendar.object (id, calendar, name, uid, body, etag,
                        since, hidden, change, made_by, made_at, changed_by, changed_at)
                      select gen_random_uuid(), id, 'x', 'x', 'x', repeat('0', 64), :at, false, 1,
                        owner, :at, owner, :at from calendar.calendar where owner = :owner
                      returning id)
                    insert into calendar.part select id, 0, 'nothing that reads', '', '', true, false
                    from o
                    """)
                .param("owner", owner.id().value())
                .param("at", Row.at(clock.instant()))
                .update());
    assertThat(broken).isEqualTo(1);
    assertThat(guestText(book("Consulta")))
        .contains("The free times can’t be found out just now")
        .doesNotContain("name=\"at\"");
    assertThat(guest(book("Consulta") + "/holds", "at", at(5, 10).toString()).getStatus())
        .isEqualTo(409);
  }

  @Test
  void aFrameIsOpenToTheSitesThatTheClientNamedAlone() throws Exception {
    service("Consulta");
    var framed = guest(book("Consulta") + "?embed=true");
    assertThat(framed.getHeader("Content-Security-Policy"))
        .contains("frame-ancestors https://faro.example")
        .doesNotContain("frame-ancestors 'none'");
    assertThat(framed.getContentAsString()).doesNotContain("<footer", "main-nav");
    for (var path : new String[] {"/", page, "/login"}) {
      var answer = mvc.perform(get(path).with(signedIn(owner))).andReturn().getResponse();
      assertThat(answer.getHeader("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }
    var elsewhere =
        mvc.perform(
                post(book("Consulta") + "/holds")
                    .header("Sec-Fetch-Site", "cross-site")
                    .param("at", at(5, 10).toString()))
            .andReturn()
            .getResponse();
    assertThat(elsewhere.getStatus()).isEqualTo(409);
    assertThat(PageForm.origin("https://a.example; script-src *")).isEmpty();
    assertThat(PageForm.origin("https://*.example")).isEmpty();
  }

  @Test
  void oneAddressDoesNotKeepEverything() throws Exception {
    service("Consulta");
    int last = 0;
    for (int i = 0; i < 40 && last != 429; i++) {
      last =
          mvc.perform(
                  post(book("Consulta") + "/holds")
                      .param("at", "x")
                      .with(r -> {
                        r.setRemoteAddr("203.0.113." + handle);
                        return r;
                      }))
              .andReturn()
              .getResponse()
              .getStatus();
    }
    assertThat(last).isEqualTo(429);
  }

  @Test
  void anEndedContractEndsTheHostAndTheView() throws Exception {
    service("Consulta", "host", rosa.id().toString());
    assertThat(offered(book("Consulta") + "?zone=Europe/Madrid&from=" + date(5))).isNotEmpty();
    workspaces.close(contract, null);
    assertThat(show(rosa, page).getStatus()).isEqualTo(404);
    assertThat(guestText(book("Consulta"))).doesNotContain("name=\"at\"");
    assertThat(guest(book("Consulta") + "/holds", "at", at(5, 10).toString()).getStatus())
        .isEqualTo(409);
  }
}
