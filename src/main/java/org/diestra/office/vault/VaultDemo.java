package org.diestra.office.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.diestra.office.vault.Item.Head;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.OneTimeCode;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.springframework.stereotype.Component;

/** What the people of a bookshop and a practice need to get in; none of it opens anything. */
@Component
class VaultDemo implements DemoPart {
  private final Workspaces workspaces;
  private final Vault vault;

  VaultDemo(Workspaces workspaces, Vault vault) {
    this.workspaces = workspaces;
    this.vault = vault;
  }

  @Override
  public String name() {
    return "vault:bookshop";
  }

  @Override
  public int order() {
    return 39;
  }

  @Override
  public void play(Cast cast) {
    login(
        room(cast, Cast.PRACTICE),
        head(Area.ADMIN, "Agenda de la consulta", "https://agenda.example.org", false, false),
        "recepcion@consulta.example",
        "Limonero.46.patio");
    bookshop(room(cast, Cast.CLIENT));
  }

  /** As its owner. */
  private Pass room(Cast cast, String owner) {
    var workspace = workspaces.get(workspaces.open(cast.business(owner)));
    return Pass.whole(workspace, cast.viewer(owner));
  }

  private void bookshop(Pass room) {
    login(
        room,
        head(Area.ADMIN, "Correo de la librería", "https://mail.example.org", false, false),
        "hola@libreria.example",
        "Turia-2026-azul");
    login(
        room,
        head(Area.BOOKKEEPING, "Programa de facturas", "https://facturas.example.org", true, false),
        "contabilidad@libreria.example",
        "9kTq.vW4_pLmZ2x-Rb");
    login(
        room,
        head(Area.SOCIAL, "Instagram de la librería", "https://social.example.org", true, false),
        "@libreria",
        "n7-Feria_delLibro!");
    login(
        room,
        head(Area.BOOKKEEPING, "Banco en línea", "https://banco.example.org", false, true),
        "12345678Z",
        "830417");
    vault.add(
        room,
        new Head(Area.TRAVEL, Kind.CARD, "Tarjeta de viajes", "Banco de prueba", false, false),
        new Secret(
            Map.of(
                Field.HOLDER, "LUCIA FERRER",
                Field.NUMBER, "4242424242424242",
                Field.EXPIRY, "08/29",
                Field.SECURITY, "123")));
  }

  private static Head head(Area area, String name, String site, boolean masked, boolean kept) {
    return new Head(area, Kind.LOGIN, name, site, masked, kept);
  }

  private void login(Pass room, Head head, String user, String password) {
    var codes = OneTimeCode.usual("diestra-demo".getBytes(UTF_8));
    vault.add(
        room,
        head,
        new Secret(
            Map.of(
                Field.USERNAME, user,
                Field.PASSWORD, password,
                Field.CODES, head.kept() ? "" : codes.address())));
  }
}
