"""The words of headers and cells, in the languages in which matrices are met."""

from __future__ import annotations

import re

from raci.text.names import fold

_LETTERS = {
    "A": (
        "accountable, accountability, accountable party, accountable person, accountable role, "
        "approver, approvers, approves, approve, approval, final approver, rechenschaftspflichtig, "
        "rechenschaft, rechenschaftspflicht, gesamtverantwortung, "
        "gesamtverantwortlich, kostenverantwortlich, ergebnisverantwortlich, genehmiger, "
        "genehmigend, approbateur, approuve, autorité, redevable, garant, aprobador, aprueba, "
        "autoridad, rinde cuentas, quien rinde cuentas, aprovador, aprova, autoridade, presta "
        "contas, prestador de contas, approvatore, approva, eindverantwoordelijk, aansprakelijk, "
        "zatwierdzający, nadzorujący, rozliczany, zatwierdza, ytterst ansvarig, godkännare, "
        "утверждает, утверждающий, подотчетный, подотчётный, onaylayan, hesap veren, 説明責任, 説明責任者, "
        "承認, 承認者, 批准, 问责, 當責, 当责,审批, 最终负责, 승인, 승인자, 책임자, accountable owner"
    ),
    "R": (
        "responsible, responsibility, responsible party, responsible person, responsible role, "
        "does, doer, verantwortlich, durchführungsverantwortlich, durchführend, zuständig, "
        "ausführend, responsable, réalisateur, réalise, exécutant, ejecutor, encargado, ejecuta, "
        "responsável, executor, executa, executante, responsabile, esecutore, esegue, "
        "durchführung, durchführungsverantwortung, utför, utförs av, udfører, utfører, "
        "verantwoordelijk, uitvoerend, uitvoerder, odpowiedzialny, wykonawca, wykonuje, realizuje, "
        "ansvarig, utförare, ansvarlig, исполнитель, исполняет, ответственный, sorumlu, 実行責任, "
        "実行責任者, 担当,担当者, 执行, 负责, 負責, 负责人, 执行人, 담당, 담당자, 실행"
    ),
    "C": (
        "consulted, consult, consults, consulted party, consulted parties, consulted with, "
        "contributor, contributors, contributes, konsultiert, zu konsultieren, konsultation, "
        "beratend, berät, anzuhören, "
        "consulté, consultés, consulte, consultée, consultado, consultados, consultada, consultato, "
        "consultati, consultare, geraadpleegd, raadplegen, konsultowany, konsultujący, konsultuje, "
        "rådfrågad, rådfrågas, konsulterad, konsulteras, konsulteres, konsulteret, "
        "konsultert, консультирует, консультант, консультируемый,danışılan, "
        "協業先, 協議先, 協議, 相談先, 相談, 咨询, 諮詢, 被咨询, 被咨询人, 자문, 협의"
    ),
    "I": (
        "informed, inform, informs, informed party, informed parties, kept informed, keep informed, "
        "informiert, zu informieren, informé, informés, informe, informée, informado, informados, "
        "informada, informato, informati, informare, geïnformeerd, informeren, informowany, "
        "poinformowany, informuje, informerad, informeras, informeres, "
        "informert, informeret, информируемый, информирует, "
        "информируется, bilgilendirilen, 報告先, 通知, 情報提供先, 知会, 告知, 被告知,被告知人, 통보, 보고"
    ),
    "S": (
        "support, supports, supportive, supporting, supporter, unterstützend, unterstützt, soutien, "
        "apoyo, apoio, supporto, ondersteunend, wsparcie, wspiera, stöd, 支援, 支持, 지원"
    ),
    "D": ("driver, drivers, drives, decider, decides, treiber"),
    "V": ("verifier, verifies, verify, verification, prüfer"),
    "O": ("omitted, out of the loop, out of loop"),
    "DRI": ("dri, directly responsible individual, directly responsible"),
}
LETTER_WORDS = {fold(word): code for code, words in _LETTERS.items() for word in words.split(", ")}


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(each) for each in text.split(", "))


ITEMS = _words(
    "task, tasks, activity, activities, deliverable, deliverables, responsibility, "
    "responsibilities, process, item, work item, work package, work product, function, decision, "
    "decision type, action, step, process step, milestone, work, topic, requirement, capability, "
    "practice, control, service, project task, project activity, artifact, artefact, document, "
    "documents, event, name, title, what, aufgabe, aufgaben, tätigkeit, tätigkeiten, aktivität, "
    "aktivitäten, arbeitspaket, prozess, prozessschritt, tâche, tâches, activité, activités, "
    "livrable, livrables, tarea, tareas, actividad, actividades, entregable, entregables, "
    "proceso, tarefa, tarefas, atividade, atividades, entrega, entregáveis, processo, attività, "
    "compito, compiti, taak, taken, activiteit, activiteiten, zadanie, zadania, czynność, "
    "aktywność, aktivitet, uppgift, uppgifter, opgave, oppgave, задача, задачи, действие, "
    "процесс, работа, görev, görevler, faaliyet, タスク, 作業, 作業項目, "
    "活動, 项目, 任务, 活动, 工作, 工作内容, 任務, 작업, "
    "업무, 활동"
)
AREAS = _words(
    "area, phase, phases, stage, category, section, group, workstream, work stream, domain, epic, "
    "theme, process area, process group, module, practice area, project phase, bereich, "
    "kategorie, thema, catégorie, domaine, étape, fase, área, categoría, etapa, categoria, "
    "ambito, categorie, gebied, faza, obszar, etap, område, fas, этап, фаза, область, раздел, "
    "aşama, alan, フェーズ, カテゴリ, 分類, 工程, 阶段, 類別, 类别, 分类, 단계, 구분, 영역"
)
SUMMARIES = _words(
    "description, descriptions, details, detail, definition, summary, explanation, scope, task "
    "description, activity description, beschreibung, erläuterung, description de la tâche, "
    "détails, descripción, detalle, descrição, descrizione, omschrijving, beschrijving, opis, "
    "beskrivning, beskrivelse, описание, açıklama, 説明, 内容, 描述, 说明, 설명"
)
SOURCES = _words(
    "source, sources, reference, references, ref, link, links, url, document reference, quelle, "
    "verweis, référence, fuente, referencia, fonte, riferimento, bron, źródło, källa, источник, "
    "kaynak, 出典, 来源, 출처"
)
NOTES = _words(
    "notes, note, comment, comments, remark, remarks, rationale, anmerkung, anmerkungen, bemerkung, "
    "bemerkungen, kommentar, notizen, hinweis, remarque, remarques, commentaire, commentaires, "
    "notas, observaciones, comentarios, observações, comentários, nota, uwagi, kommentarer, "
    "примечание, примечания, комментарий, комментарии, notlar, 備考, 备注, 비고"
)
OTHERS = _words(
    "#, no, no., nr, nr., num, number, id, ids, step #, step no., wbs, wbs id, code, key, sl no, "
    "s.no, s. no., sr. no., sr no, seq, order, sla, status, state, priority, due, due date, date, "
    "start, start date, end date, deadline, frequency, cadence, duration, effort, estimate, progress, "
    "version, tool, tools, system, systems, output, outputs, input, inputs, evidence, trigger, cost, "
    "budget, risk, frist, número, numero, n°, nº, stato, estado, statut, статус, №, durum, 番号, 状態, "
    "rag, rag status, health, likelihood, probability, impact, severity, rating, risk level, mitigation, "
    "編號, 编号, 序号, 状态, 번호, 상태, escalation, artifacts"
)
ROLES = _words(
    "role, roles, team, teams, who, person, people, owner, stakeholder, stakeholders, role / "
    "team, role name, position, department, party, actor, actors, function / role, stakeholder "
    "role, job title, group / role, rolle, rollen, rôle, rôles, équipe, rol, equipo, "
    "papel, papéis, função, equipe, ruolo, ruoli, rola, roli, roll, roller, роль, роли, команда, "
    "役割, 担当部署, ロール, 角色, 역할"
)
LETTER_COLUMNS = _words(
    "raci, rasci, daci, letter, letters, involvement, raci role, raci code, assignment, type, "
    "raci type, participation, responsibility type, racis, part, zuordnung, implication, rol "
    "raci, papel raci, beteiligung, raci value, raci assignment, responsibility level, raci "
    "letter"
)
NOT_ROLES = _words(
    "letter, code, meaning, definition, legend, abbreviation, symbol, acronym, term, yes, no, legende"
)

_EMPHASIS = re.compile(r"^(\*\*\*|\*\*|\*|___|__|_|`)(?=\S)(.+?)(?<=\S)\1$", re.DOTALL)
_LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()\s]*)\)")


def plain(text: str) -> str:
    """Return text without the Markdown around it."""
    if text.isalnum():
        return text
    text = _LINK.sub(r"\1", text).strip() if "](" in text else text.strip()
    while found := _EMPHASIS.match(text):
        text = found[2].strip()
    return text
