package org.diestra.office.dues;

import java.util.Locale;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.workspaces.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * A supplier or a customer of a business.
 *
 * @param name 1–120 characters
 * @param country ISO 3166-1, two capitals
 * @param taxId as its country writes it, empty where nobody has said it
 * @param address lines, at most 400 characters, may be empty
 * @param mail may be empty
 * @param language in which papers are written for it: {@code es} or {@code en}
 * @param iban from or to which it pays, capitals and digits, may be empty
 * @param days from a paper's day until it is to be paid, 0–365
 * @param ledger its own account for what is owed, or null for the chart's
 * @param usual on which account its lines usually are, or null
 * @param withholding usual income tax kept back, in thousandths; 0 for none
 * @param version counts its changes
 */
public record Party(
    PartyId id,
    WorkspaceId workspace,
    Side side,
    String name,
    String country,
    String taxId,
    String address,
    String mail,
    String language,
    String iban,
    int days,
    @Nullable AccountId ledger,
    @Nullable AccountId usual,
    Treatment treatment,
    int withholding,
    int version) {

  /** Its page. */
  public String href() {
    return "/w/" + workspace + "/books/parties/" + id;
  }

  /** Its usual account where that is open, or null. */
  public @Nullable AccountId usual(AccountList chart) {
    var account = usual == null ? null : chart.byId().get(usual);
    return account == null || !account.open() ? null : account.id();
  }

  /** Its country's name. */
  public String country(Locale reader) {
    return Locale.of("", country).getDisplayCountry(reader);
  }
}
