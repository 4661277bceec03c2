package org.diestra.office.letters;

import java.util.List;
import java.util.Locale;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Problems;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.springframework.stereotype.Component;

/** The bookshop's templates, and a letter that its assistant wrote from one. */
@Component
class LettersDemo implements DemoPart {
  private static final Locale SPANISH = Locale.of("es");
  private final Workspaces workspaces;
  private final Templates templates;
  private final Mailings mailings;

  LettersDemo(Workspaces workspaces, Templates templates, Mailings mailings) {
    this.workspaces = workspaces;
    this.templates = templates;
    this.mailings = mailings;
  }

  @Override
  public String name() {
    return "letters:bookshop";
  }

  @Override
  public int order() {
    return 42; // after the contracts that let the assistant in
  }

  @Override
  public void play(Cast cast) {
    var workspace = workspaces.get(workspaces.open(cast.business(Cast.CLIENT)));
    templates.examples(Pass.whole(workspace, cast.viewer(Cast.CLIENT)), SPANISH);
    var assistant = Pass.whole(workspace, cast.viewer(Cast.ASSISTANT));
    var quote =
        templates.all(assistant).stream()
            .filter(it -> it.kind() == Kind.LETTER && it.own().size() == 3)
            .findFirst()
            .orElseThrow();
    var form =
        new MailingForm(
            List.of(),
            List.of(
                "300 bolsas de tela",
                "- algodón crudo, 38 × 42 cm\n- el faro impreso a una tinta\n- entrega en la tienda",
                "15 de enero"),
            "Bolsas Mediterráneo, S. L.",
            "",
            "C/ dels Teixidors, 14\n46940 Manises",
            "",
            quote.version());
    mailings.keep(assistant, quote.id(), form, new Problems()).orFail();
  }
}
