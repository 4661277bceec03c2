package org.diestra.office.mailroom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.diestra.office.mailroom.Message.State;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Ids;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/** Mail that came for the bookshop: one that nobody has taken, one in hand, one done. */
@Component
class MailroomDemo implements DemoPart {
  private static final int AFTER_CONTRACTS = 42; // which let the assistant in
  private static final String ALBARAN =
      "Buenos días:\n\nAdjuntamos el albarán del pedido del martes. Faltan dos ejemplares, que"
          + " saldrán mañana.\n\nUn saludo,\nAzeta";
  private static final String SALA =
      "Hola:\n\nPodemos reservaros la sala pequeña el jueves a las 19:00. ¿Cuánta gente"
          + " esperáis?\n\nAteneo";
  private static final String LIBRO =
      "¡Hola! Ayer me dejé un libro en la mesa del fondo. ¿Lo habéis visto?\n\nMarta";
  private final Workspaces workspaces;
  private final BoxStore boxes;
  private final MessageStore store;
  private final Past past;

  MailroomDemo(Workspaces workspaces, BoxStore boxes, MessageStore store, Past past) {
    this.workspaces = workspaces;
    this.boxes = boxes;
    this.store = store;
    this.past = past;
  }

  @Override
  public String name() {
    return "mailroom:bookshop";
  }

  @Override
  public int order() {
    return AFTER_CONTRACTS;
  }

  @Override
  public void play(Cast cast) {
    var room = workspaces.open(cast.business(Cast.CLIENT));
    var day = past.monday().plusDays(15);
    boxes.of(room, Ids.fresh(), at(day, 8));
    came(room, at(day, 9), "pedidos@azeta.example", "Albarán 20977", ALBARAN);
    var taken = came(room, at(day, 11), "eventos@ateneo.example", "Sala para la lectura", SALA);
    var done =
        came(room, at(day.plusDays(1), 10), "marta@vecina.example", "Un libro perdido", LIBRO);
    var assistant = cast.viewer(Cast.ASSISTANT).id();
    store.change(taken.with(State.OPEN, assistant, "Espero la hora", assistant, at(day, 12)));
    store.change(
        done.with(State.DONE, assistant, "Contestado", assistant, at(day.plusDays(1), 12)));
  }

  private Message came(WorkspaceId room, Instant at, String sender, String subject, String body) {
    var message =
        new Message(
            new MessageId(Ids.fresh()),
            room,
            sender,
            subject,
            body,
            0,
            State.OPEN,
            null,
            "",
            1,
            at,
            null,
            null);
    store.add(message, "demo:" + message.id(), List.of());
    return message;
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(LocalTime.of(hour, 0)).atZone(ZoneOffset.UTC).toInstant();
  }
}
