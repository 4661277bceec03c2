package org.diestra.work.contracts;

import java.text.Collator;
import java.util.Locale;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;

/**
 * A signature is the signer's own name, typed: enough for a contract for services, which needs no
 * form (eIDAS Regulation 910/2014, article 25.1: an electronic signature is not denied its effect
 * for being one). Case and accents don't matter, the name does.
 */
public final class Signatures {
  private Signatures() {}

  static Offers.Signing read(TermsForm form, Viewer viewer, Problems problems) {
    var note = new Typed(problems).text("note", form.note(), 4000);
    var name = read(form.signature() == null ? "" : form.signature(), viewer, problems);
    return new Offers.Signing(note.isEmpty() ? null : note, name);
  }

  /**
   * The name as it was typed; a problem at {@code signature} where it is not the viewer's own.
   *
   * @param typed what stands in that field
   */
  public static String read(String typed, Viewer viewer, Problems problems) {
    var name = Typed.line(typed);
    var letters = Collator.getInstance(Locale.ROOT);
    letters.setStrength(Collator.PRIMARY);
    if (letters.compare(name, Typed.line(viewer.name())) != 0) {
      problems.add("signature", "contracts.signature.wrong", viewer.name());
    }
    return name;
  }
}
