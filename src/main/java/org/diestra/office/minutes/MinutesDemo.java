package org.diestra.office.minutes;

import java.time.LocalTime;
import java.time.ZoneOffset;
import org.diestra.office.minutes.Minutes.Text;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Ids;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/** What the bookshop decided about its reading evening. */
@Component
class MinutesDemo implements DemoPart {
  private static final int AFTER_CONTRACTS = 42; // which let the assistant in
  private static final String SAID =
      """
      ## Lo decidido

      La lectura será el jueves 3 en el Ateneo. Habrá sitio para **cuarenta** personas, con reserva.

      ## Por hacer

      - [ ] Confirmar la sala con el Ateneo
      - [ ] Escribir la invitación y enviarla a la lista de clientes
      - [ ] Pedir veinte ejemplares a Azeta
      """;
  private final Workspaces workspaces;
  private final MinutesStore store;
  private final Past past;

  MinutesDemo(Workspaces workspaces, MinutesStore store, Past past) {
    this.workspaces = workspaces;
    this.store = store;
    this.past = past;
  }

  @Override
  public String name() {
    return "minutes:bookshop";
  }

  @Override
  public int order() {
    return AFTER_CONTRACTS;
  }

  @Override
  public void play(Cast cast) {
    var room = workspaces.open(cast.business(Cast.CLIENT));
    var day = past.monday().plusDays(14);
    store.add(
        room,
        new MinutesId(Ids.fresh()),
        new Text("Preparar la lectura de diciembre", day, "Lucía, Pere, Rosa", SAID.strip()),
        cast.person(Cast.ASSISTANT),
        day.atTime(LocalTime.of(18, 0)).atZone(ZoneOffset.UTC).toInstant());
  }
}
