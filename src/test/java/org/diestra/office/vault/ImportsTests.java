package org.diestra.office.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diestra.office.vault.Imports.Brought;
import org.diestra.office.vault.Imports.Left;
import org.diestra.office.vault.ItemStore.Wanted;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What password managers export comes in, or is told. */
class ImportsTests extends VaultRoom {
  @Autowired private Imports imports;

  private Outcome<Brought> bring(String csv) {
    return as(owner, () -> imports.bring(pass(owner), Area.ADMIN, true, csv.getBytes(UTF_8)));
  }

  private List<Item> all() {
    var wanted = new Wanted(room, null, "", false, null, null);
    return as(owner, () -> vault.list(pass(owner), wanted));
  }

  /** Each as its own program writes it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n"
            + ",,login,Mail,,,0,https://mail.example.org,ana,\"a,b\"\"c\",JBSWY3DPEHPK3PXP\n",
        "Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes\n"
            + "Mail,https://mail.example.org,ana,\"a,b\"\"c\",otpauth://totp/x?secret=JBSWY3DPEHPK3PXP,,,,\n",
        "url,username,password,totp,extra,name,grouping,fav\n"
            + "https://mail.example.org,ana,\"a,b\"\"c\",JBSWY3DPEHPK3PXP,,Mail,,0\n",
        "\"Group\",\"Title\",\"Username\",\"Password\",\"URL\",\"Notes\",\"TOTP\"\n"
            + "\"Root\",\"Mail\",\"ana\",\"a,b\"\"c\",\"https://mail.example.org\",\"\",\"JBSWY3DPEHPK3PXP\"\n"
      })
  void everyManagersFileComesIn(String csv) {
    assertThat(bring(csv).orFail().added()).isOne();
    var item = all().getFirst();
    assertThat(item.head().name()).isEqualTo("Mail");
    assertThat(item.head().site()).isEqualTo("https://mail.example.org");
    var secret = as(owner, () -> vault.known(pass(owner), item.id()));
    assertThat(secret.part(Field.USERNAME)).isEqualTo("ana");
    assertThat(opened(owner, item)).isEqualTo("a,b\"c");
    assertThat(as(owner, () -> vault.code(pass(owner), item.id()).orFail()).digits())
        .matches("[0-9]{6}");
  }

  @Test
  void whatCantComeInIsToldByItsLine() {
    login("There");
    var brought =
        bring(
                """
                name,url,username,password,note,totp
                Mail,https://mail.example.org,ana,one,,!!
                ,https://www.shop.example.org,ana,two,,
                ,,ana,three,,
                Empty,https://x.example.org,ana,,,
                There,https://example.org,ana,four,,
                There,https://example.org,eva,five,,
                Alarm,,,,1234 and hash,
                """)
            .orFail();
    assertThat(brought.left())
        .extracting(Left::line, Left::key)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "vault.import.codes"),
            org.assertj.core.groups.Tuple.tuple(4, "vault.import.nameless"),
            org.assertj.core.groups.Tuple.tuple(5, "vault.import.empty"),
            org.assertj.core.groups.Tuple.tuple(6, "vault.import.there"));
    assertThat(all())
        .extracting(item -> item.head().name() + " " + item.head().kind())
        .containsExactly(
            "Alarm NOTE", "Mail LOGIN", "shop.example.org LOGIN", "There LOGIN", "There LOGIN");
    assertThat(as(owner, () -> removals.takeBack(pass(owner), brought.batch()))).isEqualTo(4);
    assertThat(all()).hasSize(1);
  }

  /** A user without a password signs in by another account; a column of one's own is told. */
  @Test
  void nothingIsLostWithoutAWord() {
    var brought =
        bring(
                """
                folder,name,login_username,login_password,login_totp,notes,fields
                Work,By another,ana,,,through the other account,
                Work,Unreadable,,,!!,only a note,answer: blue
                """)
            .orFail();
    assertThat(brought.left())
        .extracting(Left::line, Left::name, Left::key)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "fields", "vault.import.unread"),
            org.assertj.core.groups.Tuple.tuple(3, "Unreadable", "vault.import.codes"));
    var all = all();
    assertThat(all).extracting(item -> item.head().kind()).containsExactly(Kind.LOGIN, Kind.NOTE);
    var known = as(owner, () -> vault.known(pass(owner), all.getFirst().id()));
    assertThat(known.part(Field.USERNAME)).isEqualTo("ana");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,b\n1,2\n", "\u0000\u0001", "name,password\n\"Mail,one\n"})
  void whatIsNoneOfTheseIsRefusedWhole(String csv) {
    assertThat(bring(csv)).isInstanceOf(Outcome.Refused.class);
    assertThat(all()).isEmpty();
  }
}
