<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n marks of ink, {count} left out.</source>
        <translation>
            <numerusform>Eine Spur Tinte, {count} weggelassen.</numerusform>
            <numerusform>%n Spuren Tinte, {count} weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marks of ink.</source>
        <translation>
            <numerusform>Eine Spur Tinte.</numerusform>
            <numerusform>%n Spuren Tinte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on other pages</source>
        <translation>
            <numerusform>%n auf anderen Seiten</numerusform>
            <numerusform>%n auf anderen Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on others</source>
        <translation>
            <numerusform>%n auf anderen</numerusform>
            <numerusform>%n auf anderen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on this page</source>
        <translation>
            <numerusform>%n auf dieser Seite</numerusform>
            <numerusform>%n auf dieser Seite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages that were not read yet are left out.</source>
        <translation>
            <numerusform>%n Seite, die noch nicht gelesen wurde, fehlt.</numerusform>
            <numerusform>%n Seiten, die noch nicht gelesen wurden, fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;About ocrdesk</source>
        <translation>Ü&amp;ber ocrdesk</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>&amp;Box</source>
        <translation>Rahme&amp;n</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>&amp;Rahmen</translation>
    </message>
    <message>
        <source>&amp;Close Page</source>
        <translation>Seite s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Contact Sheet…</source>
        <translation>&amp;Kontaktbogen …</translation>
    </message>
    <message>
        <source>&amp;Copy Text</source>
        <translation>Text &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Delete Letter</source>
        <translation>Buchsta&amp;ben löschen</translation>
    </message>
    <message>
        <source>&amp;Delete {count} Letters</source>
        <translation>{count} Buchsta&amp;ben löschen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Fit Page</source>
        <translation>Ganze &amp;Seite</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Ink</source>
        <translation>T&amp;inte</translation>
    </message>
    <message>
        <source>&amp;Join Its Row with the One Above</source>
        <translation>Zeile mit der darüber ver&amp;binden</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Learn This Hand</source>
        <translation>Diese &amp;Handschrift lernen</translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation>&amp;Buchstabe</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Make a Practice Sheet…</source>
        <translation>Übungs&amp;blatt erstellen …</translation>
    </message>
    <message>
        <source>&amp;Merge with Next Letter</source>
        <translation>&amp;Mit nächstem Buchstaben verbinden</translation>
    </message>
    <message>
        <source>&amp;Merge {count} Letters</source>
        <translation>{count} Buchstaben &amp;verbinden</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Move Page Up</source>
        <translation>Seite nach &amp;oben schieben</translation>
    </message>
    <message>
        <source>&amp;Next Letter</source>
        <translation>&amp;Nächster Buchstabe</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>Nächster Berei&amp;ch</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen …</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>Reihen&amp;folge</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Seite</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>&amp;Seiten</translation>
    </message>
    <message>
        <source>&amp;Pages:</source>
        <translation>&amp;Seiten:</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Paste Image</source>
        <translation>Bild &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Previous Letter</source>
        <translation>&amp;Vorheriger Buchstabe</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Bee&amp;nden</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Lesen</translation>
    </message>
    <message>
        <source>&amp;Read Page Again</source>
        <translation>Seite erneut &amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Remove the Space before the Letter</source>
        <translation>Leerzeichen vor dem Buchstaben &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Durchsicht</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>&amp;Split Letter…</source>
        <translation>Buchstaben &amp;teilen …</translation>
    </message>
    <message>
        <source>&amp;Stop Reading</source>
        <translation>Lesen &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Erscheinungsbil&amp;d</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Turn by Angle…</source>
        <translation>Um einen Winkel &amp;drehen …</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>0 remembers none.</source>
        <translation>Bei 0 wird keine gemerkt.</translation>
    </message>
    <message>
        <source>A form to print and fill in by hand, from which ocrdesk learns how you write</source>
        <translation>Ein Formular zum Ausdrucken und Ausfüllen von Hand, aus dem ocrdesk die Handschrift lernt</translation>
    </message>
    <message>
        <source>A new word begins with the letter</source>
        <translation>Mit dem Buchstaben beginnt ein neues Wort</translation>
    </message>
    <message>
        <source>A to Z, 0 to 9</source>
        <translation>A bis Z, 0 bis 9</translation>
    </message>
    <message>
        <source>Add L&amp;etter</source>
        <translation>Buchstaben &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Add a letter</source>
        <translation>Einen Buchstaben hinzufügen</translation>
    </message>
    <message>
        <source>Add a letter to the selection, or take it out</source>
        <translation>Einen Buchstaben zur Auswahl hinzufügen oder daraus entfernen</translation>
    </message>
    <message>
        <source>Adjust &amp;Ink…</source>
        <translation>T&amp;inte einstellen …</translation>
    </message>
    <message numerus="yes">
        <source>All %n pages</source>
        <translation>
            <numerusform>Alle %n Seite</numerusform>
            <numerusform>Alle %n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>All letters that are read as the selected one&apos;s character, on all pages</source>
        <translation>Alle Buchstaben auf allen Seiten, die als dasselbe Zeichen wie der ausgewählte gelesen werden</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Arrangement of the panels</source>
        <translation>Anordnung der Bereiche</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>Bands behind rows</source>
        <translation>Bänder hinter Zeilen</translation>
    </message>
    <message>
        <source>Begin a &amp;New Row with the Letter</source>
        <translation>Mit dem Buchstaben eine &amp;neue Zeile beginnen</translation>
    </message>
    <message>
        <source>Below {percent} %</source>
        <translation>Unter {percent} %</translation>
    </message>
    <message>
        <source>Boxes around letters</source>
        <translation>Rahmen um Buchstaben</translation>
    </message>
    <message>
        <source>C&amp;lear Label</source>
        <translation>Korrektur &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>C&amp;lear {count} Labels</source>
        <translation>{count} Korrekturen &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Check &amp;Random Letters</source>
        <translation>Zu&amp;fällige Buchstaben prüfen</translation>
    </message>
    <message>
        <source>Click or drag its number</source>
        <translation>Auf ihre Nummer klicken oder sie ziehen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Compare T&amp;wo Readers…</source>
        <translation>Zwei Leser &amp;vergleichen …</translation>
    </message>
    <message>
        <source>Con&amp;firm Letter and Move On</source>
        <translation>Buchstaben be&amp;stätigen und weiter</translation>
    </message>
    <message>
        <source>Con&amp;firm {count} Letters</source>
        <translation>{count} Buchstaben be&amp;stätigen</translation>
    </message>
    <message>
        <source>Copy the text of the page</source>
        <translation>Den Text der Seite kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Click</source>
        <translation>Strg+Klick</translation>
    </message>
    <message>
        <source>Ctrl+Wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>Ctrl+Z goes back to what was read before.</source>
        <translation>Strg+Z führt zu dem zurück, was vorher gelesen wurde.</translation>
    </message>
    <message>
        <source>Ctrl+Z goes back; try other settings.</source>
        <translation>Strg+Z führt zurück; versuchen Sie andere Einstellungen.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Darker than around it</source>
        <translation>Dunkler als ringsum</translation>
    </message>
    <message>
        <source>Darker than one level</source>
        <translation>Dunkler als eine Schwelle</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>Drag it, or an edge or corner of it</source>
        <translation>Ihn selbst, eine Kante oder eine Ecke ziehen</translation>
    </message>
    <message>
        <source>Drag on empty paper</source>
        <translation>Auf leerem Papier ziehen</translation>
    </message>
    <message>
        <source>Ex&amp;port As…</source>
        <translation>Exportieren &amp;als …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export As…</source>
        <translation>Exportieren als …</translation>
    </message>
    <message>
        <source>Export to another file or in another format</source>
        <translation>In eine andere Datei oder in einem anderen Format exportieren</translation>
    </message>
    <message>
        <source>Export “{name}”</source>
        <translation>„{name}“ exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n pages to {name}.</source>
        <translation>
            <numerusform>%n Seite nach {name} exportiert.</numerusform>
            <numerusform>%n Seiten nach {name} exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported to {name}.</source>
        <translation>Nach {name} exportiert.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Fi&amp;nd…</source>
        <translation>Su&amp;chen …</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files opened before</source>
        <translation>Zuvor geöffnete Dateien</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>Weiters&amp;uchen</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>&amp;Vorige Stelle suchen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Find a text on this page and the others</source>
        <translation>Einen Text auf dieser und den anderen Seiten suchen</translation>
    </message>
    <message>
        <source>Find faint, grainy or ruled writing better, and read the page with it</source>
        <translation>Blasse, körnige oder linierte Schrift besser finden und die Seite damit lesen</translation>
    </message>
    <message>
        <source>Find the next place (Enter)</source>
        <translation>Nächste Stelle (Eingabe)</translation>
    </message>
    <message>
        <source>Find the place before (Shift+Enter)</source>
        <translation>Vorige Stelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Finding ink</source>
        <translation>Tinte wird gesucht</translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation>Seite&amp;nbreite</translation>
    </message>
    <message>
        <source>Folder opened from last</source>
        <translation>Ordner, aus dem zuletzt geöffnet wurde</translation>
    </message>
    <message>
        <source>Full &amp;Screen</source>
        <translation>Vo&amp;llbild</translation>
    </message>
    <message>
        <source>Go on to what an answer gains most: letters that look alike, or another cut</source>
        <translation>Weiter zu dem, wo eine Antwort am meisten bringt: ähnlichen Buchstaben oder einem anderen Schnitt</translation>
    </message>
    <message>
        <source>Go to the neighbouring letter</source>
        <translation>Zum benachbarten Buchstaben gehen</translation>
    </message>
    <message>
        <source>Go to the next place where the text stands</source>
        <translation>Zur nächsten Stelle, an der der Text steht</translation>
    </message>
    <message>
        <source>Go to the place before where the text stands</source>
        <translation>Zur vorigen Stelle, an der der Text steht</translation>
    </message>
    <message>
        <source>Half as dark as its stroke</source>
        <translation>Halb so dunkel wie sein Strich</translation>
    </message>
    <message>
        <source>How the window looks and reads</source>
        <translation>Wie das Fenster aussieht und liest</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>Ink can be adjusted once the page was read.</source>
        <translation>Die Tinte lässt sich einstellen, sobald die Seite gelesen ist.</translation>
    </message>
    <message>
        <source>Ink is what is</source>
        <translation>Tinte ist, was</translation>
    </message>
    <message>
        <source>Its box stays where it is</source>
        <translation>Sein Rahmen bleibt, wo er ist</translation>
    </message>
    <message>
        <source>Its word joins the one before</source>
        <translation>Sein Wort wird mit dem davor verbunden</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keys that type belong to the page: they name and choose letters.</source>
        <translation>Tasten, die Zeichen schreiben, gehören der Seite: Sie benennen und wählen Buchstaben.</translation>
    </message>
    <message>
        <source>Keys that were chosen</source>
        <translation>Gewählte Tasten</translation>
    </message>
    <message>
        <source>Lab&amp;els</source>
        <translation>Beschri&amp;ftungen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Learn After &amp;Corrections</source>
        <translation>Nach &amp;Korrekturen lernen</translation>
    </message>
    <message>
        <source>Learn by itself when you pause after a correction, from twenty confirmed letters on</source>
        <translation>Von selbst lernen, wenn nach einer Korrektur eine Pause folgt, ab zwanzig bestätigten Buchstaben</translation>
    </message>
    <message>
        <source>Learn from the letters you confirmed, and read the others again</source>
        <translation>Aus den bestätigten Buchstaben lernen und die übrigen erneut lesen</translation>
    </message>
    <message>
        <source>Learn your hand after corrections</source>
        <translation>Nach Korrekturen die Handschrift lernen</translation>
    </message>
    <message>
        <source>Leaves out what is smaller than a part of a letter; dots of letters may go, too</source>
        <translation>Lässt weg, was kleiner als ein Teil eines Buchstabens ist; auch Punkte von Buchstaben können verschwinden</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Letter &amp;Earlier in Its Row</source>
        <translation>Buchstabe weiter nach &amp;vorn</translation>
    </message>
    <message>
        <source>Letter &amp;Later in Its Row</source>
        <translation>Buchstabe weiter nach &amp;hinten</translation>
    </message>
    <message>
        <source>Letter into the Row &amp;Above</source>
        <translation>Buchstabe in die Zeile &amp;darüber</translation>
    </message>
    <message>
        <source>Letter into the Row &amp;Below</source>
        <translation>Buchstabe in die Zeile dar&amp;unter</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Look for work that ocrdesk could not save when it ended early</source>
        <translation>Nach Arbeit suchen, die ocrdesk bei einem vorzeitigen Ende nicht speichern konnte</translation>
    </message>
    <message>
        <source>Make one letter of this one and the next, or of those selected</source>
        <translation>Aus diesem und dem nächsten Buchstaben oder aus den ausgewählten einen machen</translation>
    </message>
    <message>
        <source>Make one row of both</source>
        <translation>Aus beiden eine Zeile machen</translation>
    </message>
    <message>
        <source>Make rows level that climb or fall</source>
        <translation>Steigende oder fallende Zeilen gerade ausrichten</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Model to read with</source>
        <translation>Modell zum Lesen</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
    <message>
        <source>Mov&amp;e Page Down</source>
        <translation>Seite nach &amp;unten schieben</translation>
    </message>
    <message>
        <source>Move Its Row &amp;Down</source>
        <translation>Zeile nach un&amp;ten</translation>
    </message>
    <message>
        <source>Move Its Row &amp;Up</source>
        <translation>Zeile nach &amp;oben</translation>
    </message>
    <message>
        <source>Move or resize the selected box</source>
        <translation>Den ausgewählten Rahmen verschieben oder seine Größe ändern</translation>
    </message>
    <message>
        <source>Move the page</source>
        <translation>Die Seite verschieben</translation>
    </message>
    <message>
        <source>Move {way}</source>
        <translation>Nach {way} verschieben</translation>
    </message>
    <message>
        <source>Move {way} by 10</source>
        <translation>Um 10 nach {way} verschieben</translation>
    </message>
    <message>
        <source>Next &amp;Doubtful Letter</source>
        <translation>Nächster &amp;zweifelhafter Buchstabe</translation>
    </message>
    <message>
        <source>Next Doubtful</source>
        <translation>Nächster Zweifel</translation>
    </message>
    <message>
        <source>Next Pa&amp;ge</source>
        <translation>Nächste &amp;Seite</translation>
    </message>
    <message>
        <source>No page to look at</source>
        <translation>Keine Seite zum Ansehen</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>Keine Einstellung passt.</translation>
    </message>
    <message>
        <source>No writing is found like this.</source>
        <translation>So wird keine Schrift gefunden.</translation>
    </message>
    <message>
        <source>No writing was found with this ink.</source>
        <translation>Mit dieser Tinte wurde keine Schrift gefunden.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>Auf der Seite</translation>
    </message>
    <message>
        <source>One combination of keys, please: not one after another.</source>
        <translation>Nur eine Tastenkombination, nicht mehrere nacheinander.</translation>
    </message>
    <message>
        <source>One pixel of the image on one of the screen</source>
        <translation>Ein Bildpunkt des Bildes auf einem des Bildschirms</translation>
    </message>
    <message>
        <source>Only “{name}”</source>
        <translation>Nur „{name}“</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open &amp;Sample Page</source>
        <translation>&amp;Beispielseite öffnen</translation>
    </message>
    <message>
        <source>Open a page that ships with ocrdesk, to try things out</source>
        <translation>Eine mitgelieferte Seite zum Ausprobieren öffnen</translation>
    </message>
    <message>
        <source>Open all images of a folder</source>
        <translation>Alle Bilder eines Ordners öffnen</translation>
    </message>
    <message>
        <source>Open an image or image files from the clipboard</source>
        <translation>Ein Bild oder Bilddateien aus der Zwischenablage öffnen</translation>
    </message>
    <message>
        <source>Open photos, scans or PDF documents</source>
        <translation>Fotos, Scans oder PDF-Dokumente öffnen</translation>
    </message>
    <message>
        <source>Pages looked at from now on are read by it.</source>
        <translation>Es liest die Seiten, die ab jetzt angesehen werden.</translation>
    </message>
    <message>
        <source>Pages to export</source>
        <translation>Zu exportierende Seiten</translation>
    </message>
    <message>
        <source>Part its row in two</source>
        <translation>Seine Zeile in zwei teilen</translation>
    </message>
    <message>
        <source>Part the letter into two where the reader would; move the line, Enter splits</source>
        <translation>Den Buchstaben dort teilen, wo der Leser es täte; die Linie verschieben, Eingabe teilt</translation>
    </message>
    <message>
        <source>Place and size of the window</source>
        <translation>Ort und Größe des Fensters</translation>
    </message>
    <message>
        <source>Pre&amp;vious Pane</source>
        <translation>&amp;Vorheriger Bereich</translation>
    </message>
    <message>
        <source>Previo&amp;us Page</source>
        <translation>Vor&amp;herige Seite</translation>
    </message>
    <message>
        <source>Previous D&amp;oubtful Letter</source>
        <translation>Vorheriger z&amp;weifelhafter Buchstabe</translation>
    </message>
    <message>
        <source>Printed lines, squares and boxes of the paper</source>
        <translation>Gedruckte Linien, Karos und Kästchen des Papiers</translation>
    </message>
    <message>
        <source>Put Page &amp;Back</source>
        <translation>Seite zu&amp;rücklegen</translation>
    </message>
    <message>
        <source>Put a &amp;Space before the Letter</source>
        <translation>&amp;Leerzeichen vor dem Buchstaben einfügen</translation>
    </message>
    <message>
        <source>Put a box beside the selected letter, or into the middle</source>
        <translation>Einen Rahmen neben den ausgewählten Buchstaben oder in die Mitte setzen</translation>
    </message>
    <message>
        <source>Put the page back that was taken out last</source>
        <translation>Die zuletzt herausgenommene Seite zurücklegen</translation>
    </message>
    <message>
        <source>Put this page before the one above it</source>
        <translation>Diese Seite vor die darüber setzen</translation>
    </message>
    <message>
        <source>Put this page behind the one below it</source>
        <translation>Diese Seite hinter die darunter setzen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>Read the page anew; what you confirmed stays, and one Undo goes back</source>
        <translation>Die Seite neu lesen; was Sie bestätigt haben, bleibt, und Rückgängig führt zurück</translation>
    </message>
    <message>
        <source>Read the row earlier</source>
        <translation>Die Zeile früher lesen</translation>
    </message>
    <message>
        <source>Read the row later</source>
        <translation>Die Zeile später lesen</translation>
    </message>
    <message>
        <source>Read what you have not confirmed once more</source>
        <translation>Noch einmal lesen, was nicht bestätigt ist</translation>
    </message>
    <message>
        <source>Read with This Ink</source>
        <translation>Mit dieser Tinte lesen</translation>
    </message>
    <message numerus="yes">
        <source>Read with this ink: %n letters, {count} of them as you confirmed them.</source>
        <translation>
            <numerusform>Mit dieser Tinte gelesen: ein Buchstabe, {count} davon wie von Ihnen bestätigt.</numerusform>
            <numerusform>Mit dieser Tinte gelesen: %n Buchstaben, {count} davon wie von Ihnen bestätigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read with this ink: %n letters.</source>
        <translation>
            <numerusform>Mit dieser Tinte gelesen: ein Buchstabe.</numerusform>
            <numerusform>Mit dieser Tinte gelesen: %n Buchstaben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Readin&amp;g</source>
        <translation>&amp;Lesarten</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Recent files to remember</source>
        <translation>Zuletzt geöffnete Dateien merken</translation>
    </message>
    <message>
        <source>Recover &amp;Unsaved Work…</source>
        <translation>Nicht Gespeichertes &amp;wiederherstellen …</translation>
    </message>
    <message>
        <source>Remove the box: there is no letter there</source>
        <translation>Den Rahmen entfernen: Dort ist kein Buchstabe</translation>
    </message>
    <message>
        <source>Removed on ruled paper</source>
        <translation>Auf liniertem Papier entfernt</translation>
    </message>
    <message>
        <source>Removed, boxes too</source>
        <translation>Entfernt, auch Kästchen</translation>
    </message>
    <message>
        <source>Resize {way}</source>
        <translation>Größe nach {way} ändern</translation>
    </message>
    <message>
        <source>Resize {way} by 10</source>
        <translation>Größe um 10 nach {way} ändern</translation>
    </message>
    <message>
        <source>Restore &amp;All Defaults</source>
        <translation>&amp;Alle Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>Right click, Menu key, Shift+F10</source>
        <translation>Rechtsklick, Menütaste, Umschalt+F10</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save all pages in another document</source>
        <translation>Alle Seiten in einem anderen Dokument speichern</translation>
    </message>
    <message>
        <source>Save all pages with their images, corrections and steps in one document</source>
        <translation>Alle Seiten mit Bildern, Korrekturen und Schritten in einem Dokument speichern</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>Select &amp;All Letters</source>
        <translation>&amp;Alle Buchstaben auswählen</translation>
    </message>
    <message>
        <source>Select a row, or read it in another&apos;s place</source>
        <translation>Eine Zeile auswählen oder an anderer Stelle lesen</translation>
    </message>
    <message>
        <source>Select all letters of the page; typing labels them all</source>
        <translation>Alle Buchstaben der Seite auswählen; Tippen benennt sie alle</translation>
    </message>
    <message>
        <source>Select the letters inside a frame; with Ctrl as well</source>
        <translation>Die Buchstaben in einem Rahmen auswählen; mit Strg zusätzlich</translation>
    </message>
    <message>
        <source>Select up to a letter</source>
        <translation>Bis zu einem Buchstaben auswählen</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Set everything as ocrdesk would</source>
        <translation>Alles so einstellen, wie ocrdesk es täte</translation>
    </message>
    <message>
        <source>Set the letter, confirm it and move on</source>
        <translation>Den Buchstaben setzen, bestätigen und weiter</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings of ink</source>
        <translation>Einstellungen der Tinte</translation>
    </message>
    <message>
        <source>Shift+Click, Shift+Arrow keys</source>
        <translation>Umschalt+Klick, Umschalt+Pfeiltasten</translation>
    </message>
    <message>
        <source>Shift+Drag</source>
        <translation>Umschalt+Ziehen</translation>
    </message>
    <message>
        <source>Show on the page</source>
        <translation>Auf der Seite zeigen</translation>
    </message>
    <message>
        <source>Show or hide the bands of the rows</source>
        <translation>Die Bänder der Zeilen ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the boxes</source>
        <translation>Die Rahmen ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide what was read, above each letter</source>
        <translation>Ein- oder ausblenden, was über jedem Buchstaben gelesen wurde</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Smooths grain and single dots of the photo away first</source>
        <translation>Glättet zuerst Korn und einzelne Punkte des Fotos</translation>
    </message>
    <message>
        <source>Specks</source>
        <translation>Flecken</translation>
    </message>
    <message>
        <source>Spoken from the next start on.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Stark</translation>
    </message>
    <message>
        <source>Swap with what is left</source>
        <translation>Mit dem links davon tauschen</translation>
    </message>
    <message>
        <source>Swap with what is right</source>
        <translation>Mit dem rechts davon tauschen</translation>
    </message>
    <message>
        <source>Take Reading &amp;{place}</source>
        <translation>Lesart &amp;{place} übernehmen</translation>
    </message>
    <message>
        <source>Take the Letters of a Practice &amp;Sheet</source>
        <translation>Buchstaben eines Übungsblatts über&amp;nehmen</translation>
    </message>
    <message>
        <source>Take this page out</source>
        <translation>Diese Seite herausnehmen</translation>
    </message>
    <message>
        <source>Take your label away, so that the reading counts again</source>
        <translation>Die Korrektur zurücknehmen, sodass wieder das Gelesene gilt</translation>
    </message>
    <message>
        <source>Tell how many letters are still wrong, from some that chance draws</source>
        <translation>Aus einer Zufallsauswahl ermitteln, wie viele Buchstaben noch falsch sind</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Gesuchter Text</translation>
    </message>
    <message>
        <source>The letter is right as it was read</source>
        <translation>Der Buchstabe wurde richtig gelesen</translation>
    </message>
    <message>
        <source>The page as two models or hands read it, side by side</source>
        <translation>Die Seite, wie zwei Modelle oder Handschriften sie lesen, nebeneinander</translation>
    </message>
    <message>
        <source>The page shown is such a form, filled in: what is in its boxes is confirmed</source>
        <translation>Die gezeigte Seite ist ein ausgefülltes Übungsblatt: Was in seinen Kästchen steht, wird bestätigt</translation>
    </message>
    <message>
        <source>To the right, fainter marks are ink, too; to the left, only dark ones</source>
        <translation>Nach rechts zählen auch blassere Spuren als Tinte, nach links nur dunkle</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Train networks and watch them learn, in a window of its own</source>
        <translation>In einem eigenen Fenster Netze trainieren und ihnen beim Lernen zusehen</translation>
    </message>
    <message>
        <source>Training &amp;Laboratory…</source>
        <translation>Trainings&amp;labor …</translation>
    </message>
    <message>
        <source>Turn &amp;Left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <source>Turn R&amp;ight</source>
        <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>Turn Upside Do&amp;wn</source>
        <translation>Auf den Kopf s&amp;tellen</translation>
    </message>
    <message>
        <source>Turn the page by 180°, with all that was read</source>
        <translation>Die Seite mit allem Gelesenen um 180° drehen</translation>
    </message>
    <message>
        <source>Turn the page by 90° to the left, with all that was read</source>
        <translation>Die Seite mit allem Gelesenen um 90° nach links drehen</translation>
    </message>
    <message>
        <source>Turn the page by 90° to the right, with all that was read</source>
        <translation>Die Seite mit allem Gelesenen um 90° nach rechts drehen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
    <message>
        <source>What a letter may be, and what can be done with it</source>
        <translation>Was ein Buchstabe sein kann und was sich mit ihm tun lässt</translation>
    </message>
    <message>
        <source>What a pixel is compared with</source>
        <translation>Womit ein Bildpunkt verglichen wird</translation>
    </message>
    <message>
        <source>What the reader thought of, the most probable first</source>
        <translation>Was der Leser erwogen hat, das Wahrscheinlichste zuerst</translation>
    </message>
    <message>
        <source>What was read, above each letter</source>
        <translation>Gelesenes über jedem Buchstaben</translation>
    </message>
    <message>
        <source>Wheel, Shift+Wheel, Space+Drag, Middle button</source>
        <translation>Mausrad, Umschalt+Mausrad, Leertaste+Ziehen, Mittlere Maustaste</translation>
    </message>
    <message>
        <source>Write the text, or everything that was read, to a file</source>
        <translation>Den Text oder alles Gelesene in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Mauszeiger zoomen</translation>
    </message>
    <message>
        <source>Zoom to &amp;Letter</source>
        <translation>Auf B&amp;uchstaben zoomen</translation>
    </message>
    <message>
        <source>en</source>
        <comment>The code of the language of this file</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>{place} of {count} on this page</source>
        <translation>{place} von {count} auf dieser Seite</translation>
    </message>
    <message>
        <source>{setting}: back to the default</source>
        <translation>{setting}: zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>{undo} {step}</source>
        <translation>{undo}: {step}</translation>
    </message>
    <message>
        <source>“{command}” has these keys. Take them from it first.</source>
        <translation>„{command}“ hat diese Tasten. Zuerst dort wegnehmen.</translation>
    </message>
</context>
</TS>
